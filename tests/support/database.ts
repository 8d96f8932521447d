import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeConnections, withOwnerClient } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { forgetSelectionSeed } from '@/db/queries/policy/policy-in-force';

export type TestDatabase = {
  /** Address of the database of this file, for the login role. Known once the tests run. */
  url(): string;
  /** A connection of the owner: past the rights of the application, to arrange or inspect what it may not. */
  owner<T>(run: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Makes another database with the same content, gives its address, and removes it with this one. Nobody else may be connected. */
  copy(): Promise<string>;
};

/** Writing a copy into the log first, as is usual, takes thrice as long. */
const AS_FILES = 'strategy file_copy';

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('testServer').url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Gives the test file an empty migrated database of its own, copied from one template; `db()` works in every test and hook after it. */
export function useDatabase(): TestDatabase {
  const name = `luxor_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  let url = '';
  const copies: string[] = [];

  beforeAll(async () => {
    const { url: server, template } = inject('testServer');
    await onServer(`create database ${name} template ${template} ${AS_FILES}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    url = address.toString();
    setDatabaseUrl(url);
    // The files of a worker share their modules, and what these remember of a database is of the one before.
    forgetWhatIsInForce();
    forgetSelectionSeed();
  });

  afterAll(async () => {
    await closeConnections();
    setDatabaseUrl(undefined);
    for (const one of [name, ...copies]) await onServer(`drop database if exists ${one} with (force)`);
  });

  const copy = async () => {
    await closeConnections();
    const other = `${name}_${copies.length + 1}`;
    await onServer(`create database ${other} template ${name} ${AS_FILES}`);
    copies.push(other);
    const address = new URL(url);
    address.pathname = `/${other}`;
    return address.toString();
  };
  return { url: () => url, owner: (run) => withOwnerClient(run, url), copy };
}
