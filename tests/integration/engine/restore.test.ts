import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { backUp } from '@/db/backup/back-up';
import { readManifest } from '@/db/backup/manifest';
import { restore } from '@/db/backup/restore';
import { countAndSum, findTables, SAME_TEXT } from '@/db/backup/tables';
import { verifyLog } from '@/db/cli/verify-log';
import { sealEntries } from '@/db/commands/audit/seal-entries';
import { openSession } from '@/db/commands/identity/open-session';
import { withOwnerClient } from '@/db/connection';
import { headsAfter } from '@/db/queries/audit/last-head';
import { signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { anAccount } from '../../support/an-account';
import { useDatabase } from '../../support/database';
import { aPerson } from '../../support/people';

const database = useDatabase();
let folder = '';
let empty = '';
let name = '';

const onServer = (statement: string) =>
  withOwnerClient(async (client) => void (await client.query(statement)), inject('testServer').url);

async function makeEmpty(): Promise<string> {
  name = `luxor_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name}`);
  const address = new URL(inject('testServer').url);
  address.pathname = `/${name}`;
  return address.toString();
}

/** Every table with its count and its sum. */
const contentOf = (address: string) =>
  withOwnerClient(async (client) => {
    await client.query('begin');
    await client.query(SAME_TEXT);
    const content: Record<string, unknown> = {};
    for (const table of await findTables(client)) {
      content[`${table.schema}.${table.name}`] = await countAndSum(client, table);
    }
    await client.query('rollback');
    return content;
  }, address);

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'luxor-backup-')), 'backup');
  // Goods that were charged and released, an account, a person who is signed in, and a sealed log.
  await anAccount();
  await openSession((await aPerson()).id, 'password');
  const { privateKey } = generateKeyPairSync('ed25519');
  await sealEntries(SYSTEM_ACTOR, signingKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))));
  await database.owner((client) => backUp(client, folder));
  empty = await makeEmpty();
});
afterAll(async () => {
  await rm(join(folder, '..'), { recursive: true, force: true });
  await onServer(`drop database ${name} with (force)`);
});

it('refuses a file that was changed, and a table that is not what the backup says, before anything counts', async () => {
  const manifest = await readManifest(folder);
  const account = manifest.tables.find(({ name }) => name === 'accounts');
  const path = join(folder, account?.file ?? '');
  const bytes = await readFile(path);
  await writeFile(path, Buffer.concat([bytes, Buffer.from([0])]));
  await expect(restore(empty, folder)).rejects.toThrow('SHA-256');
  await writeFile(path, bytes);

  const text = await readFile(join(folder, 'manifest.json'), 'utf8');
  const tables = manifest.tables.map((table) => (table === account ? { ...table, rows: table.rows + 1 } : table));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, tables }));
  await expect(restore(empty, folder)).rejects.toThrow('accounts');
  await writeFile(join(folder, 'manifest.json'), text);
});

it('brings every row back into an empty database, under the same seals, and ends all sessions', async () => {
  const before = await contentOf(database.url());
  const heads = await headsAfter(SYSTEM_ACTOR, null, 10);
  expect(heads).toHaveLength(1);
  // What was refused above left nothing behind that stands in the way.
  await restore(empty, folder);
  const { 'identity.sessions': sessions, ...rest } = await contentOf(empty);
  const { 'identity.sessions': opened, ...expected } = before;
  expect([opened, sessions]).toMatchObject([{ rows: 1 }, { rows: 0 }]);
  expect(rest).toEqual(expected);
  const verified = await withOwnerClient((client) => verifyLog(client, { heads, keys: new Map() }), empty);
  expect(verified).toMatchObject({ faults: [], seals: 1, waiting: 0 });
  expect(verified.entries).toBeGreaterThan(0);
});

it('refuses a database that is in use, and leaves it as it is', async () => {
  const before = await contentOf(database.url());
  await expect(restore(database.url(), folder)).rejects.toThrow('restored into an empty one');
  expect(await contentOf(database.url())).toEqual(before);
});

it('names a folder that is no backup, and one of another layout', async () => {
  await expect(restore(database.url(), tmpdir())).rejects.toThrow('holds no backup');
  const other = await mkdtemp(join(tmpdir(), 'luxor-backup-'));
  await writeFile(join(other, 'manifest.json'), '{"layout": 7}');
  await expect(restore(database.url(), other)).rejects.toThrow('layout');
  await rm(other, { recursive: true });
});
