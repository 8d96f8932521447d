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

const clients = new WeakMap<Tx, PoolClient>();

/** The connection a transaction of `inTransaction` runs on, for what drizzle does not express (COPY). */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('The transaction was not begun by inTransaction, or is a savepoint within one.');
  return client;
}

/** Runs everything or nothing. An error thrown inside rolls back and comes out unchanged. */
export async function inTransaction<T>(run: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await checkOut(options.purpose);
  try {
    return await drizzle({ client }).transaction(async (tx) => {
      if (options.synchronousCommit === false) await tx.execute(sql`set local synchronous_commit = off`);
      if (options.statementTimeoutMs !== undefined) {
        await tx.execute(sql`select set_config('statement_timeout', ${String(options.statementTimeoutMs)}, true)`);
      }
      clients.set(tx, client);
      return await run(tx);
    });
  } finally {
    client.release();
  }
}
