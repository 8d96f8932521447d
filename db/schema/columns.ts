import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, date, timestamp } from 'drizzle-orm/pg-core';

/** An instant in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A day without a zone, as `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

/** Integer minor units of the currency named beside it, or of the administration's currency. */
export const minor = (name: string) => bigint(name, { mode: 'bigint' });

/** A count that may pass 2^31 but never 2^53. */
export const count = (name: string) => bigint(name, { mode: 'number' });

/** Raw bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** The condition of a CHECK that a column holds one of the codes that the types name. */
export const oneOf = (column: string, codes: readonly string[]): SQL =>
  sql.raw(`${column} in (${codes.map((code) => `'${code}'`).join(', ')})`);
