import type { JsonSchema } from './json-schema';

/** A type as a reader of the page reads it: a word or the name of a schema, whether there are many, whether it may be null. */
export type TypeText = {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly isList: boolean;
};

const NAME = /^#\/components\/schemas\/(\w+)$/;
const asSchemas = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? (value as JsonSchema[]) : []);

/** The name a schema refers to; null where it is written out. */
export function nameOf(schema: JsonSchema): string | null {
  return typeof schema.$ref === 'string' ? (NAME.exec(schema.$ref)?.[1] ?? null) : null;
}

/** Type, closed values and referred schemas of a JSON Schema as this document uses it. */
export function typeText(schema: JsonSchema): TypeText {
  const name = nameOf(schema);
  if (name) return { words: [], names: [name], isList: false };
  const branches = [...asSchemas(schema.anyOf), ...asSchemas(schema.oneOf)];
  if (branches.length > 0) {
    const told = branches.map(typeText);
    return {
      words: told.flatMap(({ words }) => words),
      names: told.flatMap(({ names }) => names),
      isList: told.some(({ isList }) => isList),
    };
  }
  if (schema.type === 'array') return { ...typeText((schema.items ?? {}) as JsonSchema), isList: true };
  if (schema.const !== undefined) return { words: [String(schema.const)], names: [], isList: false };
  if (Array.isArray(schema.enum)) return { words: schema.enum.map(String), names: [], isList: false };
  const types = Array.isArray(schema.type) ? schema.type.map(String) : [String(schema.type ?? 'object')];
  const format = typeof schema.format === 'string' ? schema.format : null;
  return { words: types.map((type) => (type === 'string' && format ? format : type)), names: [], isList: false };
}

export type Member = { readonly name: string; readonly schema: JsonSchema; readonly isRequired: boolean };

/** Members of an object, those of objects within it after it with their path; empty for anything else. */
export function membersOf(schema: JsonSchema, prefix = ''): Member[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(([key, one]) => {
    const name = `${prefix}${key}`;
    const inner = [one, ...asSchemas(one.anyOf), (one.items ?? {}) as JsonSchema].find(({ properties }) => properties);
    const member = { name, schema: one, isRequired: required.includes(key) };
    return [member, ...(inner ? membersOf(inner, `${name}.`) : [])];
  });
}
