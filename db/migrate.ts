import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { buildIndexesAhead } from './build-indexes-ahead';
import { withOwnerClient } from './connection';
import { ensureApplicationRole, grantRights } from './grants';
import { ensureMonthPartitions, partitionWindow } from './partitions';
import {
  applyMigration,
  countApplied,
  countMigrations,
  MIGRATIONS_FOLDER,
  pendingMigrations,
} from './pending-migrations';
import { rebuildHistories } from './rebuild-histories';
import { sqlState } from './sql-state';

/** One number for all processes that migrate: they wait for each other. */
const MIGRATION_LOCK = 7_215_907;
const LOCK_TIMEOUT_MS = 2_000;
const LOCK_ATTEMPTS = 10;
const LOCK_NOT_AVAILABLE = '55P03';
const LEAST_SERVER_VERSION = 150_000;

/** How often a process that waits for another one's migration looks whether it is done. */
const LOCK_LOOK_MS = 200;

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
 * Waits until no other process migrates. It looks again and again rather than waiting in the database: an index that is made
 * concurrently waits for every statement that began before it, so the two would wait for each other.
 */
async function takeMigrationLock(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      MIGRATION_LOCK,
    ]);
    if (rows[0]?.taken) return;
    await sleep(LOCK_LOOK_MS);
  }
}

/**
 * Brings a database to the version of this code: role, migrations, month partitions, rights, and histories that only code can
 * count. Each migration is committed by itself: killed between two, the next start goes on with the second. Safe to run at every
 * start and from several processes at once. Throws if the database was migrated by a newer version, or if one was passed over.
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

    await takeMigrationLock(client);
    const before = await countApplied(client);
    if (before > expected) {
      throw new Error(
        `The database has ${before} migrations and this version knows ${expected}: a newer version has used it.`,
      );
    }
    await ensureApplicationRole(client);
    for (const migration of await pendingMigrations(client, folder)) {
      await buildIndexesAhead(client, migration.statements);
      await withLockTimeout(client, () => applyMigration(client, migration));
    }
    const after = await countApplied(client);
    if (after !== expected) {
      // The migrator passes over what is dated before the last one applied, e.g. after a merge: it must be generated anew.
      throw new Error(`${after} migrations are applied where ${expected} were expected: one was passed over.`);
    }
    await withLockTimeout(client, () => ensureMonthPartitions(client, fromOn, toOn));
    await grantRights(client);
    await rebuildHistories(client, (run) => withLockTimeout(client, run));
    return { applied: after - before };
  }, address);
}
