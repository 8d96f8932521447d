import { index, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { day } from './columns';

export const policySchema = pgSchema('policy');

/** Everything a decision rests on, as dated rows with their source; see lib/policy. */
export const parameters = policySchema.table(
  'parameters',
  {
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    value: jsonb('value').$type<unknown>().notNull(),
    source: text('source').notNull(),
    edition: text('edition').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.validFrom] }), index('parameters_valid').on(t.validFrom, t.validTo)],
);
