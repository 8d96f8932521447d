import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries';
import { giveTo, type RunAs, spawnAs } from './run-as';

export const LOGIN_ROLE = 'luxor';
export const DATABASE = 'luxor';
/** The major version of the packages in package.json; a cluster of another one cannot be opened. */
const MAJOR_VERSION = '18';
const ACCESS_FILE = 'luxor-access.json';

/** How to reach the cluster. Lies inside it, readable by its owner only. */
export type Access = { port: number; password: string };

/** A port of the loopback interface that nobody listens on: the wished one if it is free. */
export async function freePort(wished = 0): Promise<number> {
  const server = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(wished, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? address?.port : undefined);
    });
  });
  if (port === undefined) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}

export async function readAccess(folder: string): Promise<Access> {
  return JSON.parse(await readFile(`${folder}/${ACCESS_FILE}`, 'utf8'));
}

export async function writeAccess(folder: string, access: Access, runAs: RunAs): Promise<void> {
  const draft = `${folder}/${ACCESS_FILE}.new`;
  await writeFile(draft, JSON.stringify(access), { mode: 0o600 });
  giveTo(runAs, draft);
  await rename(draft, `${folder}/${ACCESS_FILE}`);
}

/** The end of a log file from `offset` on, for a message to a person. */
export function logTail(logPath: string, offset = 0): string {
  const lines = existsSync(logPath) ? readFileSync(logPath).subarray(offset).toString('utf8').trim().split('\n') : [];
  return lines.slice(-5).join('\n');
}

/** Takes away what killed starts left beside the cluster; what cannot go yet goes next time. */
async function sweepDrafts(folder: string): Promise<void> {
  const left = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.init-`));
  for (const name of left) {
    await rm(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/**
 * Makes the cluster if there is none: in a folder beside it that is renamed when all is done, so a killed start leaves no half cluster.
 * The caller holds the engine's lock.
 */
export async function ensureCluster(folder: string, binaries: Binaries, runAs: RunAs, logPath: string): Promise<void> {
  if (existsSync(`${folder}/PG_VERSION`)) {
    const version = readFileSync(`${folder}/PG_VERSION`, 'utf8').trim();
    if (version === MAJOR_VERSION) return;
    throw new Error(
      `The database in ${folder} was made by PostgreSQL ${version} and this version of Luxor brings ${MAJOR_VERSION}. ` +
        'Use the version it was made with, or another LUXOR_DATA_DIR.',
    );
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty and holds no database. Move it away, or set another LUXOR_DATA_DIR.`);
  }

  await sweepDrafts(folder);
  // A name of its own: the initdb of a killed start may still be at work in its folder.
  const draft = `${folder}.init-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  const access: Access = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  await mkdir(draft, { mode: 0o700 });
  giveTo(runAs, draft);
  await writeFile(passwordFile, access.password, { mode: 0o600 });
  giveTo(runAs, passwordFile);

  const log = openSync(logPath, 'a');
  const words = [`--pgdata=${draft}`, `--username=${LOGIN_ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  // Code point order and full Unicode case, the same on every machine.
  words.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  try {
    const child = spawnAs(runAs, binaries, binaries.initdb, words, log);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (code !== 0) throw new Error(`The database could not be made in ${folder}:\n${logTail(logPath)}`);
    await writeAccess(draft, access, runAs);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    closeSync(log);
    await rm(passwordFile, { force: true });
  }
}
