import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { withOwnerClient } from '../connection';
import { ensureApplicationRole } from '../grants';
import { migrateDatabase } from '../migrate';
import { ensureMonthPartitions } from '../partitions';
import { applyMigration, countApplied, MIGRATIONS_FOLDER, pendingMigrations } from '../pending-migrations';
import { ensureDataSteps } from '../rebuild-histories';
import { type Manifest, readManifest, type SavedTable } from './manifest';
import { columnsOf, countAndSum, findTables, quoted, SAME_TEXT } from './tables';

/** Tables that are empty until somebody uses a database. */
const USED = ['identity.users', 'intake.submissions', 'audit.log'] as const;

/**
 * Fills an empty database with a backup: the tables as they were then, every row, counted and summed against what the backup says before
 * anything counts, and brought to the version of this code afterwards. All sessions end: one that was ended since would live again.
 * @throws Error with a sentence where the backup is damaged or of a newer version, or the database has been used; nothing is changed then
 */
export async function restore(address: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await checkFile(folder, table);
  await withOwnerClient(async (client) => {
    await requireUnused(client);
    await makeTables(client, manifest);
    await client.query('begin');
    try {
      await client.query(SAME_TEXT);
      await fill(client, manifest, folder);
      await client.query('delete from identity.sessions');
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    await client.query('analyze');
  }, address);
  await migrateDatabase(address);
  return manifest;
}

async function checkFile(folder: string, { file, sha256 }: SavedTable): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, file)), hash);
  if (hash.digest('hex') !== sha256) throw new Error(`${file} is not what was backed up: its SHA-256 is another one.`);
}

async function requireUnused(client: Client): Promise<void> {
  if ((await countApplied(client)) === 0) return;
  for (const table of USED) {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('${table}') is not null and exists (select 1 from ${table}) as there`,
    );
    if (rows[0]?.there)
      throw new Error(`The database is in use: ${table} has rows. A backup is restored into an empty one.`);
  }
}

/** Brings an empty database to the version the backup is of. */
async function makeTables(client: Client, { migrations, months }: Manifest): Promise<void> {
  await ensureApplicationRole(client);
  const applied = await countApplied(client);
  if (applied > migrations.length) {
    throw new Error(
      'The database is of a newer version than the backup: restore into an empty one, it is upgraded after.',
    );
  }
  const pending = await pendingMigrations(client, MIGRATIONS_FOLDER);
  const wanted = pending.slice(0, migrations.length - applied);
  for (const migration of wanted) await applyMigration(client, migration);
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id');
  if (rows.length !== migrations.length || rows.some(({ hash }, index) => hash !== migrations[index])) {
    throw new Error(
      `The backup is of a database with ${migrations.length} migrations that this version does not have as they were: use the version it was made by.`,
    );
  }
  await ensureDataSteps(client);
  await ensureMonthPartitions(client, months.fromOn, months.toOn);
}

async function fill(client: Client, { tables }: Manifest, folder: string): Promise<void> {
  const present = await findTables(client);
  const saved = new Map(tables.map((table) => [quoted(table), table]));
  const missing = present.find((table) => !saved.has(quoted(table)));
  if (missing || present.length !== saved.size) {
    throw new Error(`The backup is not whole: ${missing ? quoted(missing) : 'a table'} is not in both.`);
  }
  // Migrations put rows of their own into some; those of the backup take their place.
  await client.query(`truncate ${present.map(quoted).join(', ')}`);
  for (const { schema, name } of present) {
    const table = saved.get(quoted({ schema, name }));
    if (!table) continue;
    const into = client.query(from(`copy ${quoted(table)} (${columnsOf(table)}) from stdin`));
    await pipeline(createReadStream(join(folder, table.file)), createGunzip(), into);
    const { rows, sum } = await countAndSum(client, table);
    if (rows !== table.rows || sum !== table.sum) {
      throw new Error(
        `${quoted(table)} came back with ${rows} rows and the sum ${sum}, where the backup says ${table.rows} and ${table.sum}.`,
      );
    }
  }
}
