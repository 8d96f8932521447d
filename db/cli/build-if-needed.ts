import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { acquireFileLock } from '../engine/file-lock';
import { childEnv } from '../env';
import { hashSources, isBuiltFrom, markBuiltFrom } from './build-stamp';

export const NEXT_BINARY = 'node_modules/next/dist/bin/next';
const OTHER_BUILD_MS_MAX = 600_000;

/** Builds the application if there is no build of these very sources. Two starts at once build once. */
export async function buildIfNeeded(signal: AbortSignal): Promise<void> {
  await mkdir('.data', { recursive: true });
  const unlock = await acquireFileLock('.data/build.lock', OTHER_BUILD_MS_MAX);
  try {
    const sources = hashSources();
    if (isBuiltFrom(sources)) return;
    console.log('Building the application. This takes about a minute, and only after a change.');
    const child = spawn(process.execPath, [NEXT_BINARY, 'build'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      env: childEnv({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: undefined }),
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0)
      throw new Error(`The application could not be built.\n${Buffer.concat(output).toString('utf8').trim()}`);
    markBuiltFrom(sources);
  } finally {
    await unlock();
  }
}
