import { existsSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { acquireEngine, type Engine } from '@/db/engine/engine';
import { findPostmaster, stopPostmaster } from '@/db/engine/postmaster';
import { startOf } from '@/db/engine/process-identity';
import { testDatabaseUrl } from '@/db/env';
import { migrateDatabase } from '@/db/migrate';
import { PARAMETERS } from '@/lib/policy/parameters';
import { makeScratchFolder, SCRATCH_PLACES } from './scratch-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server on which test files make their databases, and the migrated database they copy. */
    testServer: { url: string; template: string };
  }
}

const PREFIX = 'luxor-test-';

/** A run that was killed could not clean up: its server and folder go now. The folder's name tells the process. */
async function sweepKilledRuns(): Promise<void> {
  const places = SCRATCH_PLACES.filter((place) => existsSync(place));
  const left = places.flatMap((place) => readdirSync(place).map((name) => ({ name, folder: join(place, name) })));
  for (const { name, folder } of left.filter((entry) => entry.name.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (startOf(pid) !== undefined || !existsSync(join(folder, 'postgres'))) continue;
    const postmaster = findPostmaster(join(folder, 'postgres'));
    if (postmaster) await stopPostmaster(join(folder, 'postgres'), postmaster);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withClient(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

const onServer = (url: string, statement: string) => withClient(url, (client) => client.query(statement));

/**
 * Sets the share of consignments drawn for control in a database that is not seeded yet to nothing: a test of anything else must
 * not fail because one of its consignments in two hundred is drawn. As if the administration had decided it: seeding leaves that alone.
 */
async function drawNone(client: pg.Client): Promise<void> {
  for (const { kind, key, validFrom, validTo, source, edition } of PARAMETERS.filter(({ kind }) => kind === 'random')) {
    await client.query(
      `insert into policy.parameters (kind, key, valid_from, valid_to, value, source, edition, revision, change_id, recorded_at)
       values ($1, $2, $3, $4, '{"probability": "0"}', $5, $6, 0, gen_random_uuid(), 'epoch')`,
      [kind, key, validFrom, validTo, source, edition],
    );
  }
}

/** Before the first integration test: a server of its own in a temporary folder, and one migrated database to copy. After the last: nothing is left. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const given = testDatabaseUrl();
  let engine: Engine | undefined;
  let folder: string | undefined;
  if (!given) {
    folder = await makeScratchFolder(`${PREFIX}${process.pid}-`);
    engine = await acquireEngine(folder, { durability: 'throwaway' });
  }
  const server = new URL(given ?? engine?.url ?? '');
  server.pathname = '/postgres';
  const template = `luxor_template_${process.pid}`;
  const templateUrl = new URL(server);
  templateUrl.pathname = `/${template}`;

  await onServer(server.toString(), `create database ${template}`);
  await migrateDatabase(templateUrl.toString());
  await withClient(templateUrl.toString(), drawNone);
  project.provide('testServer', { url: server.toString(), template });

  return async () => {
    if (given) await onServer(server.toString(), `drop database ${template} with (force)`);
    await engine?.release();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
