import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { withOwnerClient } from './connection';
import { ensureApplicationRole, grantRights } from './grants';
import { ensureMonthPartitions, partitionWindow } from './partitions';
import { sqlState } from './sql-state';

/** One number for all processes that migrate: they wait for each other. */
const MIGRATION_LOCK = 7_215_907;
const LOCK_TIMEOUT_MS = 2_000;
const LOCK_ATTEMPTS = 10;
const LOCK_NOT_AVAILABLE = '55P03';
const LEAST_SERVER_VERSION = 150_000;

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** How many migrations a folder holds, by its journal. */
export async function countMigrations(folder: string = MIGRATIONS_FOLDER): Promise<number> {
  const journal: { entries: unknown[] } = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8'));
  return journal.entries.length;
}

async function countApplied(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!rows[0]?.there) return 0;
  const applied = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  return applied.rows[0]?.count ?? 0;
}

/** Repeats a step that could not get its lock in two seconds: a change of tables never makes people queue behind it for longer. */
async function withLockTimeout<T>(client: Client, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    try {
      return await run();
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE || attempt === LOCK_ATTEMPTS) throw error;
      await sleep(500 * attempt);
    } finally {
      await client.query('set lock_timeout = default');
    }
  }
}

/**
 * Brings a database to the version of this code: role, migrations, month partitions, rights. Safe to run at every start and from
 * several processes at once. Throws if the database was migrated by a newer version, or if a migration was passed over.
 */
export async function migrateDatabase(
  address: string,
  options: { folder?: string; now?: Date } = {},
): Promise<{ applied: number }> {
  const folder = options.folder ?? MIGRATIONS_FOLDER;
  const { fromOn, toOn } = partitionWindow(options.now ?? new Date());
  const expected = await countMigrations(folder);

  return withOwnerClient(async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if ((rows[0]?.version ?? 0) < LEAST_SERVER_VERSION) throw new Error('Luxor needs PostgreSQL 15 or newer.');

    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const before = await countApplied(client);
    if (before > expected) {
      throw new Error(
        `The database has ${before} migrations and this version knows ${expected}: a newer version has used it.`,
      );
    }
    await ensureApplicationRole(client);
    await withLockTimeout(client, () => migrate(drizzle({ client }), { migrationsFolder: folder }));
    const after = await countApplied(client);
    if (after !== expected) {
      // The migrator passes over what is dated before the last one applied, e.g. after a merge: it must be generated anew.
      throw new Error(`${after} migrations are applied where ${expected} were expected: one was passed over.`);
    }
    await withLockTimeout(client, () => ensureMonthPartitions(client, fromOn, toOn));
    await grantRights(client);
    return { applied: after - before };
  }, address);
}
