import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient, Submittable } from 'pg';
import { checkOut, type Purpose, type Tx } from './connection';
import { sqlState } from './sql-state';
import { currentStage, onStage } from './stage';
import { traced } from './tracing';

export type TransactionOptions = {
  /** False: a power cut may take back the last moments. For batches that are repeated from a safe place anyway. */
  synchronousCommit?: boolean;
  /** Longest time of one statement, in place of the limit of the pool. */
  statementTimeoutMs?: number;
  purpose?: Purpose;
  /** The database refuses every write, and all statements see one moment. Not within a rehearsal. */
  isReadOnly?: boolean;
  /** All statements see one moment, and writing over what somebody else wrote since fails (40001). Not within a rehearsal. */
  seesOneMoment?: boolean;
};

/**
 * Errors of the process that serves a connection, not of what it was asked: no memory, no room, a file it may not write. Another may be well; the same
 * one, lent again as the last that was given back, would fail whoever comes next.
 */
const SERVER_SIDE = /^(53|58|XX)/;

const clients = new WeakMap<Tx, PoolClient>();

/** The connection a transaction of `inTransaction` runs on, for what drizzle does not express (COPY). */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('The transaction was not begun by inTransaction, or is a savepoint within one.');
  return client;
}

/** Runs everything or nothing. An error thrown inside rolls back and comes out unchanged. Within a rehearsal: up to a savepoint. */
export async function inTransaction<T>(run: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const stage = currentStage();
  if (stage) {
    const client = clientOf(stage.tx);
    return stage.tx.transaction((tx) => begun(tx, client, run, options));
  }
  const client = await checkOut(options.purpose);
  let isUnsound = false;
  try {
    return await traced('transaction', () => drizzle({ client }).transaction((tx) => begun(tx, client, run, options)));
  } catch (error) {
    isUnsound = SERVER_SIDE.test(sqlState(error) ?? '');
    throw error;
  } finally {
    client.release(isUnsound);
  }
}

async function begun<T>(
  tx: Tx,
  client: PoolClient,
  run: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  // Before any other statement, or it is refused.
  if (options.isReadOnly) await tx.execute(sql`set transaction isolation level repeatable read, read only`);
  else if (options.seesOneMoment) await tx.execute(sql`set transaction isolation level repeatable read`);
  if (options.synchronousCommit === false) await tx.execute(sql`set local synchronous_commit = off`);
  if (options.statementTimeoutMs !== undefined) {
    await tx.execute(sql`select set_config('statement_timeout', ${String(options.statementTimeoutMs)}, true)`);
  }
  clients.set(tx, client);
  return run(tx);
}

/** Carries the answer of a rehearsal out of the transaction that its throw rolls back. */
class Curtain<T> extends Error {
  constructor(readonly answer: T) {
    super('the rehearsal is over');
  }
}

/**
 * Runs commands and queries as they are and takes back everything they wrote: `db()` and `inTransaction` stay within one
 * transaction, which is rolled back at the end, whatever happens. Gives what `run` gave. Anything that asks for a connection of
 * its own fails.
 */
export async function rehearse<T>(run: () => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await checkOut(options.purpose);
  const single = oneByOne(client);
  try {
    await drizzle({ client: single }).transaction(async (tx) => {
      const answer = await begun(tx, single, (own) => onStage({ tx: own, isOver: false }, run), options);
      throw new Curtain(answer);
    });
    throw new Error('a rehearsal was not rolled back');
  } catch (error) {
    if (error instanceof Curtain) return error.answer as T;
    throw error;
  } finally {
    client.release();
  }
}

/** The same connection for callers that ask at the same time, as they may of a pool: one statement waits for the one before. */
function oneByOne(client: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const ask = client.query.bind(client) as (...call: unknown[]) => Promise<unknown>;
  const query = (...call: unknown[]): unknown => {
    const [copy] = call;
    if (copy instanceof Writable) {
      last = last.then(() => finished(client.query(copy as Writable & Submittable))).catch(() => undefined);
      return copy;
    }
    const answer = last.then(() => ask(...call));
    last = answer.catch(() => undefined);
    return answer;
  };
  return new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name, target)),
  });
}
