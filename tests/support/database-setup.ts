import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { acquireEngine, type Engine } from '@/db/engine/engine';
import { findPostmaster, stopPostmaster } from '@/db/engine/postmaster';
import { startOf } from '@/db/engine/process-identity';
import { testDatabaseUrl } from '@/db/env';
import { migrateDatabase } from '@/db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server on which test files make their databases, and the migrated database they copy. */
    testServer: { url: string; template: string };
  }
}

const PREFIX = 'luxor-test-';

/** A run that was killed could not clean up: its server and folder go now. The folder's name tells the process. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    const folder = join(tmpdir(), name);
    if (startOf(pid) !== undefined || !existsSync(join(folder, 'postgres'))) continue;
    const postmaster = findPostmaster(join(folder, 'postgres'));
    if (postmaster) await stopPostmaster(join(folder, 'postgres'), postmaster);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Before the first integration test: a server of its own in a temporary folder, and one migrated database to copy. After the last: nothing is left. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const given = testDatabaseUrl();
  let engine: Engine | undefined;
  let folder: string | undefined;
  if (!given) {
    folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
    engine = await acquireEngine(folder, { durability: 'throwaway' });
  }
  const server = new URL(given ?? engine?.url ?? '');
  server.pathname = '/postgres';
  const template = `luxor_template_${process.pid}`;
  const templateUrl = new URL(server);
  templateUrl.pathname = `/${template}`;

  await onServer(server.toString(), `create database ${template}`);
  await migrateDatabase(templateUrl.toString());
  project.provide('testServer', { url: server.toString(), template });

  return async () => {
    if (given) await onServer(server.toString(), `drop database ${template} with (force)`);
    await engine?.release();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
