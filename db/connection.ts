import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg, { type PoolClient } from 'pg';
import { learnClock } from './clock';
import { lowerShare } from './engine/lower-share';
import { env } from './env';
import { logLine, messageOf } from './log';
import { currentStage } from './stage';

/**
 * What a connection is for. `web` serves people: short statements, many connections. `jobs` serves imports and background work.
 * Raw results come as pg gives them: int8 and numeric are strings, so cast `::int` or convert by `BigInt()` where they are read.
 */
export type Purpose = 'web' | 'jobs';

export type Db = NodePgDatabase;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** A function that reads or writes inside or outside of a transaction takes this. */
export type Executor = Db | Tx;

const LIMITS = {
  web: { connections: 10, waitMs: 5_000, statementMs: 5_000, idleInTransactionMs: 30_000, synchronousCommit: 'on' },
  // A power cut may take back the last moments of a job; its cursor goes with them, so it goes on from where it stands. Jobs are more
  // than connections, and begin together: they wait for each other where a person would be told to try again.
  jobs: {
    connections: 5,
    waitMs: 60_000,
    statementMs: 120_000,
    idleInTransactionMs: 600_000,
    synchronousCommit: 'off',
  },
} as const satisfies Record<Purpose, object>;

const CONNECTION_SECONDS_MAX = 1_800;

/**
 * A machine that is gone, or a cable that is cut, says nothing: by itself neither side would notice for two hours, a job would wait for its answer and a
 * lost worker keep its locks so long. Asked after ten seconds of silence, both sides know within half a minute.
 */
const SILENCE_MS = 10_000;
const KEPT_ALIVE = {
  tcp_keepalives_idle: SILENCE_MS / 1_000,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
} as const;

/** Made by the migration: may not change or delete rows of append-only tables. */
export const APPLICATION_ROLE = 'luxor_app';

type Opened = { pool: pg.Pool; db: Db };
type Connections = { purpose: Purpose; opened: Map<string, Opened>; niceness: number | null };

// On globalThis, so that a development server that reloads modules does not open a pool each time.
const holder = globalThis as { luxorConnections?: Connections };
const connections = (): Connections => {
  holder.luxorConnections ??= { purpose: 'web', opened: new Map(), niceness: null };
  return holder.luxorConnections;
};

/** Says once, at the start of a process, what its connections are for. */
export function setDefaultPurpose(purpose: Purpose): void {
  connections().purpose = purpose;
}

/**
 * Lowers the share of a busy processor that the server's side of the pooled connections of this process gets, as `nice` counts. Only for a database
 * that runs on this machine: its processes are told by their numbers.
 */
export function standBack(niceness: number): void {
  connections().niceness = niceness;
}

function lowerServerSide(client: PoolClient): void {
  const { niceness } = connections();
  const { processID } = client as PoolClient & { readonly processID: number | null };
  // Every backend of PostgreSQL leads a session of its own.
  if (niceness !== null && processID) lowerShare(processID, niceness);
}

/** Adds settings to the `options` of a database address, keeping those already there. */
function withOptions(address: string, settings: Readonly<Record<string, string | number>>): string {
  const url = new URL(address);
  const added = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set('options', [url.searchParams.get('options') ?? '', ...added].join(' ').trim());
  return url.toString().replaceAll('+', '%20');
}

function databaseUrl(): string {
  const url = env().databaseUrl;
  if (!url) throw new Error('DATABASE_URL is not set: start the application with npm start.');
  return url;
}

function open(purpose: Purpose): Opened {
  const address = databaseUrl();
  const { opened } = connections();
  const key = `${purpose} ${address}`;
  const present = opened.get(key);
  if (present) return present;

  const limits = LIMITS[purpose];
  const pool = new pg.Pool({
    connectionString: withOptions(address, {
      role: APPLICATION_ROLE,
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: limits.idleInTransactionMs,
      timezone: 'UTC',
      synchronous_commit: limits.synchronousCommit,
      ...KEPT_ALIVE,
    }),
    application_name: `luxor-${purpose}`,
    max: limits.connections,
    connectionTimeoutMillis: limits.waitMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE_MS,
    // Made anew now and then, and asked for the time of the database with it.
    maxLifetimeSeconds: CONNECTION_SECONDS_MAX,
    onConnect: learnClock,
  });
  // Without listeners a restart of the database ends this process: the pool's for idle connections, the client's for those in use.
  pool.on('error', (error) => logLine('warn', 'database.connection.lost', { purpose, message: messageOf(error) }));
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    lowerServerSide(client);
  });
  const made = { pool, db: drizzle({ client: pool }) };
  opened.set(key, made);
  return made;
}

/** The database, connected at the first query. Within a rehearsal: its transaction. */
export function db(purpose: Purpose = connections().purpose): Db {
  return currentStage()?.tx ?? open(purpose).db;
}

/** What a rehearsal wrote elsewhere than in its transaction would stay. */
function keepOnStage(): void {
  if (currentStage()) throw new Error('A rehearsal has one connection; this asks for another.');
}

/** Takes a connection out of the pool; who takes it must `release()` it. Prefer `withClient` and `inTransaction`. */
export async function checkOut(purpose: Purpose = connections().purpose): Promise<PoolClient> {
  keepOnStage();
  return open(purpose).pool.connect();
}

/** Lends one plain connection, for what drizzle does not express (COPY, advisory locks). */
export async function withClient<T>(run: (client: PoolClient) => Promise<T>, purpose?: Purpose): Promise<T> {
  const client = await checkOut(purpose);
  try {
    const result = await run(client);
    client.release();
    return result;
  } catch (error) {
    // The state of the connection is not known (a COPY may be open): close it instead of lending it again.
    client.release(true);
    throw error;
  }
}

/** Lends a connection of the login role, which owns the tables: for migrations, partitions and maintenance only. */
export async function withOwnerClient<T>(run: (client: pg.Client) => Promise<T>, address = databaseUrl()): Promise<T> {
  keepOnStage();
  const client = new pg.Client({
    connectionString: withOptions(address, { timezone: 'UTC' }),
    application_name: 'luxor-owner',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    const { host, pathname } = new URL(address);
    throw new Error(`The database ${pathname.slice(1)} at ${host} cannot be used`, { cause: error });
  });
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** How the connections of this process are used: how many there are, rest, and are waited for. */
export function poolUse(): { purpose: string; total: number; idle: number; waiting: number }[] {
  return [...connections().opened].map(([key, { pool }]) => ({
    ...{ purpose: key.split(' ')[0] ?? '', total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
  }));
}

/** Closes every pool of this process. Queries afterwards open new ones. */
export async function closeConnections(): Promise<void> {
  const { opened } = connections();
  const pools = [...opened.values()].map(({ pool }) => pool);
  opened.clear();
  await Promise.all(pools.map((pool) => pool.end()));
}
