import { z } from 'zod';

/** Names of the schemas in the document; each answer of the API is typed by one of these. */
export const API_SCHEMAS = z.registry<{ id: string }>();

export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  API_SCHEMAS.add(schema, { id });
  return schema;
}

/** Present, and true, where nothing of it was kept. */
export const sandbox = z.literal(true).optional();
export const instant = z.iso.datetime();
export const count = z.int().min(0);
export const params = z.record(z.string(), z.union([z.string(), z.number()]));
