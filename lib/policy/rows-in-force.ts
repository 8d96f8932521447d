import type { z } from 'zod';
import { sha256Hex } from '@/lib/kernel/ids';
import type { PolicyParameter } from './parameter';
import { isOfBefore } from './reliefs-of-before';
import { RULE_SHAPES } from './rule-shapes';
import { INDICATOR_SHAPES, THRESHOLD_SHAPES, VALUE_SHAPES } from './value-shapes';

/** The parameters cannot be used: a kind nobody knows, a value of the wrong shape, a gap or an overlap. Lists every fault. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(readonly faults: readonly string[]) {
    super(`policy parameters: ${faults.join('; ')}`);
  }
}

/** A row whose value has the shape of its kind. */
export type CheckedRow<V = unknown> = Omit<PolicyParameter, 'value'> & { readonly value: V };

function shapeOf(kind: string, key: string): z.ZodType | null {
  const byKey: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
    threshold: THRESHOLD_SHAPES,
    indicator: INDICATOR_SHAPES,
    validation_rule: RULE_SHAPES,
  };
  const keyed = byKey[kind];
  if (keyed) return keyed[key] ?? null;
  return (VALUE_SHAPES as Readonly<Record<string, z.ZodType>>)[kind] ?? null;
}

/** Where a value of a parameter cannot be used, and by which rule; the whole of it has the empty place. */
export type ValueFault = { readonly place: string; readonly rule: string };

type Issue = z.core.$ZodIssue;

/** Of alternatives that all failed, the one is told whose other parts were right: that is what was meant. */
function meant(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const nearest = branches.sort((a, b) => strays(a) - strays(b))[0];
  if (!nearest) return [issue];
  return nearest.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Parts of another kind or name than the alternative has. */
const strays = (issues: readonly Issue[]) =>
  issues.filter(({ code }) => ['unrecognized_keys', 'invalid_type', 'invalid_value'].includes(code)).length;

function ruleOf(issue: Issue, value: unknown): string {
  if (/^[a-z][a-z_]*$/.test(issue.message)) return issue.message;
  return issue.code === 'invalid_type' && value === undefined ? 'required' : issue.code;
}

/** Every fault of a value of a kind; none where it can be used. */
export function faultsOf(kind: string, key: string, value: unknown): readonly ValueFault[] {
  const shape = shapeOf(kind, key);
  if (!shape) return [{ place: '', rule: 'no_key' }];
  const parsed = shape.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap(meant).map((issue) => {
    const at = issue.path.reduce<unknown>((part, name) => (part as Record<PropertyKey, unknown> | null)?.[name], value);
    return { place: issue.path.map(String).join('.'), rule: ruleOf(issue, at) };
  });
}

/** What is wrong with a value of a kind, in one line; null where it can be used. */
export function faultOf(kind: string, key: string, value: unknown): string | null {
  if (!shapeOf(kind, key)) return `${kind}/${key} is of no known kind`;
  const faults = faultsOf(kind, key, value);
  if (faults.length === 0) return null;
  return `${kind}/${key}: ${faults.map(({ place, rule }) => (place === '' ? rule : `${place} ${rule}`)).join(', ')}`;
}

/** JSON with sorted keys: the same value gives the same text whatever stored it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Rows valid on the day, each checked, in the order of kind and key. @throws PolicyError */
export function rowsInForce(parameters: readonly PolicyParameter[], day: string): readonly CheckedRow[] {
  const valid = parameters
    .filter((row) => !isOfBefore(row) && row.validFrom <= day && (row.validTo === null || row.validTo >= day))
    .sort((a, b) => (a.kind === b.kind ? (a.key < b.key ? -1 : 1) : a.kind < b.kind ? -1 : 1));
  const faults: string[] = [];
  let previous = '';
  for (const row of valid) {
    const name = `${row.kind}/${row.key}`;
    if (name === previous) faults.push(`${name} is there twice on ${day}`);
    previous = name;
    const fault = faultOf(row.kind, row.key, row.value);
    if (fault !== null) faults.push(fault);
  }
  if (faults.length > 0) throw new PolicyError(faults);
  return valid;
}

/** Identity of a set of rows: equal rows give an equal version on every machine and after every round trip. */
export function versionOf(valid: readonly CheckedRow[]): string {
  const text = valid.map((row) => `${row.kind}/${row.key}/${row.validFrom}/${canonical(row.value)}`).join('\n');
  return sha256Hex(text).slice(0, 12);
}
