import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Client } from 'pg';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** How many migrations a folder holds, by its journal. */
export async function countMigrations(folder: string = MIGRATIONS_FOLDER): Promise<number> {
  const journal: { entries: unknown[] } = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8'));
  return journal.entries.length;
}

/** How many migrations a database has had. */
export async function countApplied(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!rows[0]?.there) return 0;
  const applied = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  return applied.rows[0]?.count ?? 0;
}

export type Migration = { readonly statements: readonly string[]; readonly hash: string; readonly madeAtMs: number };

/** The migrations a database has not had, by the rule of the migrator: those made after the last one it had, oldest first. */
export async function pendingMigrations(client: Client, folder: string): Promise<readonly Migration[]> {
  // The migrator's own table, so that it and older versions of the product read the same count.
  await client.query(`create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_at)::text as last from drizzle.__drizzle_migrations',
  );
  const last = Number(rows[0]?.last ?? 0);
  return readMigrationFiles({ migrationsFolder: folder })
    .map(({ sql, hash, folderMillis }) => ({ statements: sql, hash, madeAtMs: folderMillis }))
    .filter(({ madeAtMs }) => madeAtMs > last);
}

/** Applies one migration and notes it, in a transaction: killed at any moment, it is done whole or not at all. */
export async function applyMigration(client: Client, { statements, hash, madeAtMs }: Migration): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [hash, madeAtMs]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
