import { z } from 'zod';
import { API_SCHEMAS } from './named-schema';

export type JsonSchema = { readonly [keyword: string]: unknown };

const REF = (id: string) => `#/components/schemas/${id}`;

/** Keywords of the translation that say nothing to a reader: the bounds of a double, and patterns that a format names already. */
function isNoise(key: string, value: unknown, schema: JsonSchema): boolean {
  if (key === '$schema' || key === '$id') return true;
  if (key === 'pattern') return schema.format !== undefined;
  return (
    (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) || (key === 'minimum' && value === Number.MIN_SAFE_INTEGER)
  );
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as JsonSchema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, one]) => typeof one === 'object' || !isNoise(key, one, schema))
      .map(([key, one]) => [key, cleaned(one)]),
  );
}

/** The named schemas as JSON Schema 2020-12, referring to each other within an OpenAPI document. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(API_SCHEMAS, { uri: REF, target: 'draft-2020-12' });
  return cleaned(schemas) as Record<string, JsonSchema>;
}

/** A schema of a call: a reference where it has a name. Parameters are described as they are sent. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const name = API_SCHEMAS.get(schema)?.id;
  if (name) return { $ref: REF(name) };
  return cleaned(z.toJSONSchema(schema, { target: 'draft-2020-12', io })) as JsonSchema;
}
