import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnv } from '../env';
import type { Binaries } from './binaries';

/** The account of nobody on every Linux. */
const NOBODY = 65_534;

/**
 * PostgreSQL refuses to run as root. Root therefore runs it in a user namespace, where it is nobody within and keeps root's files
 * without; where namespaces are refused, as a real account that gets the data folder.
 */
export type RunAs = { kind: 'self' } | { kind: 'namespace' } | { kind: 'account'; uid: number; gid: number };

/** Neither settings of another PostgreSQL nor the language of the user may reach ours. */
function engineEnv(binaries: Binaries): NodeJS.ProcessEnv {
  const postgresKeys = Object.keys(childEnv({})).filter((key) => /^PG[A-Z]+$/.test(key));
  return childEnv({
    ...Object.fromEntries(postgresKeys.map((key) => [key, undefined])),
    LC_ALL: 'C',
    ...(binaries.libraryPath ? { LD_LIBRARY_PATH: binaries.libraryPath } : {}),
  });
}

function command(runAs: RunAs, file: string, args: readonly string[]): [string, string[], SpawnOptions] {
  if (runAs.kind === 'namespace') {
    const mapping = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
    return ['unshare', [...mapping, file, ...args], {}];
  }
  return [file, [...args], runAs.kind === 'account' ? { uid: runAs.uid, gid: runAs.gid } : {}];
}

/** Starts a program of the engine in a session of its own: Ctrl-C in the terminal must reach the launcher only. */
export function spawnAs(
  runAs: RunAs,
  binaries: Binaries,
  file: string,
  args: readonly string[],
  logFile: number,
): ChildProcess {
  const [program, words, account] = command(runAs, file, args);
  return spawn(program, words, {
    ...account,
    cwd: '/',
    env: engineEnv(binaries),
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
}

function canRun(runAs: RunAs, binaries: Binaries, folder: string): boolean {
  const [program, words, account] = command(runAs, '/bin/sh', [
    '-c',
    'cd "$0" && exec "$1" -V',
    folder,
    binaries.postgres,
  ]);
  return spawnSync(program, words, { ...account, cwd: '/', env: engineEnv(binaries), stdio: 'ignore' }).status === 0;
}

/** Whom to run as for the cluster in `folder`, which need not exist yet; its parent must. */
export function chooseRunAs(binaries: Binaries, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const parent = dirname(folder);
  const owner = statSync(existsSync(folder) ? folder : parent);
  const asOwner: RunAs[] = owner.uid === 0 ? [] : [{ kind: 'account', uid: owner.uid, gid: owner.gid }];
  const asNobody: RunAs = { kind: 'account', uid: NOBODY, gid: NOBODY };
  // Who owns a cluster goes on running it; a new one belongs to whom the folder around it belongs.
  const candidates: RunAs[] = [...asOwner, { kind: 'namespace' }, asNobody];
  const chosen = candidates.find((candidate) => canRun(candidate, binaries, parent));
  if (chosen) return chosen;
  throw new Error(
    `PostgreSQL cannot run as root here, and no other account can reach ${binaries.postgres} and ${parent}. ` +
      'Start as a normal user, or set DATABASE_URL.',
  );
}

/** Gives a file, or a folder with all in it, to whom the engine runs as. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.kind === 'self') return;
  const [uid, gid] = runAs.kind === 'account' ? [runAs.uid, runAs.gid] : [0, 0];
  const status = statSync(path);
  if (status.uid === uid && status.gid === gid) return;
  if (status.isDirectory()) {
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      lchownSync(join(entry.parentPath, entry.name), uid, gid);
    }
  }
  chownSync(path, uid, gid);
}
