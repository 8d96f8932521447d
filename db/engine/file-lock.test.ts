import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireFileLock, LockHeldError } from './file-lock';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a process leaves behind that was killed while it held the lock. */
const leaveRemains = (path: string) => writeFile(path, JSON.stringify({ pid: 1, startedAt: 'long ago', token: 'abc' }));

describe('acquireFileLock', () => {
  it('names the process that holds the lock', async () => {
    const path = join(folder, 'lock');
    const release = await acquireFileLock(path, 0);
    await expect(acquireFileLock(path, 0)).rejects.toThrow(LockHeldError);
    await expect(acquireFileLock(path, 0)).rejects.toMatchObject({ pid: process.pid });
    await release();
  });

  it('gives the lock to the next when it is released, and leaves no file', async () => {
    const path = join(folder, 'lock');
    const release = await acquireFileLock(path, 0);
    const second = acquireFileLock(path, 5_000);
    await release();
    await (await second)();
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets exactly one at a time in, even when many find the lock of a dead process', async () => {
    const path = join(folder, 'lock');
    await leaveRemains(path);
    let inside = 0;
    let most = 0;
    const enter = async () => {
      const release = await acquireFileLock(path, 20_000);
      inside += 1;
      most = Math.max(most, inside);
      await sleep(2);
      inside -= 1;
      await release();
    };
    await Promise.all(Array.from({ length: 12 }, enter));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });
});
