import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { MANIFEST, type Manifest, newManifest, type SavedTable } from './manifest';
import { columnsOf, countAndSum, findTables, quoted, SAME_TEXT, type Table } from './tables';

/**
 * Writes every row of the product, as of one moment, into a folder that must not be there yet. People go on working meanwhile. The folder
 * gets its name when all is on disk: one that was cut short is never taken for a backup. Takes a connection of the owner.
 * @throws Error where the folder is there already, or the disk is full
 */
export async function backUp(client: Client, folder: string, at = new Date()): Promise<Manifest> {
  const half = `${folder}.part`;
  await mkdir(dirname(folder), { recursive: true });
  await rm(half, { recursive: true, force: true });
  await mkdir(half);
  await client.query('begin isolation level repeatable read, read only');
  try {
    await client.query(SAME_TEXT);
    const about = await describe(client);
    const tables: SavedTable[] = [];
    for (const table of await findTables(client)) tables.push(await save(client, table, half));
    const manifest = newManifest({ at: at.toISOString(), ...about, tables });
    await writeDurably(join(half, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    await settle(half);
    await rename(half, folder);
    await settle(dirname(folder));
    return manifest;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    await client.query('rollback');
  }
}

async function describe(client: Client): Promise<Pick<Manifest, 'server' | 'migrations' | 'months' | 'lastSeal'>> {
  const server = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const applied = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id');
  const months = await client.query<{ first: string | null; last: string | null }>(`
    select min(right(c.relname, 7)) as first, max(right(c.relname, 7)) as last
      from pg_class c where c.relispartition and c.relname ~ '_[0-9]{4}_[0-9]{2}$'`);
  const seals = await client.query<{ number: string; head: string }>(
    `select number::text, encode(head, 'hex') as head from audit.seals order by audit.seals.number desc limit 1`,
  );
  const { first, last } = months.rows[0] ?? { first: null, last: null };
  if (!first || !last) throw new Error('The database has no partitions by month: start Luxor on it once.');
  const dayOf = (month: string) => `${month.replace('_', '-')}-01`;
  const [seal] = seals.rows;
  return {
    server: server.rows[0]?.version ?? '',
    migrations: applied.rows.map(({ hash }) => hash),
    months: { fromOn: dayOf(first), toOn: dayOf(last) },
    lastSeal: seal ? { number: Number(seal.number), head: seal.head } : null,
  };
}

async function save(client: Client, table: Table, folder: string): Promise<SavedTable> {
  const file = `${table.schema}.${table.name}.copy.gz`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const rows = client.query(to(`copy (select ${columnsOf(table)} from ${quoted(table)}) to stdout`));
  const out = createWriteStream(join(folder, file), { flush: true });
  // Little is gained by packing harder, and much time lost.
  await pipeline(rows, createGzip({ level: 3 }), hashing, out);
  return {
    ...table,
    columns: [...table.columns],
    file,
    sha256: hash.digest('hex'),
    ...(await countAndSum(client, table)),
  };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Names of files are on disk when their folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
