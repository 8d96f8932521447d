import { z } from 'zod';
import type { Problem } from '@/lib/kernel/problem';

/** What a form or a caller sent: the content to parse, and the texts to show again when it does not parse. */
export type Entered = { readonly content: unknown; readonly shown: Readonly<Record<string, string>> };

/** Never sent back, whatever went wrong. */
const SECRET = /password|secret|token/i;
const CODE = /^[a-z][a-z0-9_]*$/;

/** Reads a form into an object with the keys of the schema; null when it carries a file, which no action takes. */
export function enteredOf(input: unknown, schema: z.ZodType): Entered | null {
  if (!(input instanceof FormData)) return { content: input, shown: shownOf(input) };
  const content: Record<string, unknown> = Object.create(null);
  for (const name of new Set(input.keys())) {
    // Next's own fields of a form that was sent before scripts were loaded.
    if (name.startsWith('$ACTION')) continue;
    const values = input.getAll(name);
    if (values.some((value) => typeof value !== 'string')) return null;
    content[name] = values.length > 1 || isList(schema, name) ? values : values[0];
  }
  return { content: { ...content }, shown: shownOf(content) };
}

function shownOf(content: unknown): Record<string, string> {
  if (typeof content !== 'object' || content === null) return {};
  const texts = Object.entries(content).filter(([name, value]) => typeof value === 'string' && !SECRET.test(name));
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

function isList(schema: z.ZodType, name: string): boolean {
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, name)) return false;
  let field: unknown = schema.shape[name];
  while (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodPrefault ||
    field instanceof z.ZodNullable
  ) {
    field = field.unwrap();
  }
  return field instanceof z.ZodArray || field instanceof z.ZodSet;
}

/** The faults of a parse as codes by field; faults of the whole stand under the empty name. */
export function issuesByField(error: z.ZodError, content: unknown): Record<string, string[]> {
  return byField(
    error.issues.map((issue) => ({ pointer: issue.path.map(String).join('.'), code: codeOf(issue, content) })),
  );
}

/** The problems a command named, by field. */
export function errorsByField(problems: readonly Problem[]): Record<string, string[]> {
  return byField(problems.map(({ pointer, code }) => ({ pointer, code: CODE.test(code) ? code : 'invalid' })));
}

/** Problems with their values, but for those of fields that are never sent back. */
export function tellable(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ pointer }) => !SECRET.test(pointer));
}

function byField(faults: readonly { pointer: string; code: string }[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { pointer, code } of faults) {
    const present = Object.hasOwn(fields, pointer) ? (fields[pointer] ?? []) : [];
    if (!present.includes(code)) fields[pointer] = [...present, code];
  }
  return fields;
}

function codeOf(issue: z.core.$ZodIssue, content: unknown): string {
  if (issue.code === 'invalid_type' && valueAt(content, issue.path) === undefined) return 'required';
  if (CODE.test(issue.message)) return issue.message;
  if (issue.code === 'too_small')
    return issue.origin === 'string' && Number(issue.minimum) === 1 ? 'required' : 'too_small';
  if (issue.code === 'too_big') return 'too_big';
  return issue.code === 'unrecognized_keys' ? 'unknown_field' : 'invalid';
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
