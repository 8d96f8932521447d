import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { checkOut, type Purpose, type Tx } from './connection';

export type TransactionOptions = {
  /** False: a power cut may take back the last moments. For batches that are repeated from a safe place anyway. */
  synchronousCommit?: boolean;
  /** Longest time of one statement, in place of the limit of the pool. */
  statementTimeoutMs?: number;
  purpose?: Purpose;
};

/**
 * Runs everything or nothing. An error thrown inside rolls back and comes out unchanged.
 * `client` is the same connection inside the same transaction, for COPY; use `tx` for the rest.
 */
export async function inTransaction<T>(
  run: (tx: Tx, client: PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await checkOut(options.purpose);
  try {
    return await drizzle({ client }).transaction(async (tx) => {
      if (options.synchronousCommit === false) await tx.execute(sql`set local synchronous_commit = off`);
      if (options.statementTimeoutMs !== undefined) {
        await tx.execute(sql`select set_config('statement_timeout', ${String(options.statementTimeoutMs)}, true)`);
      }
      return await run(tx, client);
    });
  } finally {
    client.release();
  }
}
