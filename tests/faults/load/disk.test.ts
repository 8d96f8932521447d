import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { postgresOf } from '../shared/processes';
import { fileLimit } from './disk';

const folder = mkdtempSync(join(tmpdir(), 'luxor-disk-'));
let server: ChildProcess | undefined;
afterEach(() => {
  server?.kill('SIGKILL');
  for (const { pid } of postgresOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself since it was listed.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process every few milliseconds, as a server does that comes back to clients who have waited for it. */
const SERVER = `
  const { spawn } = require('node:child_process');
  setInterval(() => spawn('sleep', ['20'], { stdio: 'ignore' }), 8);`;

/** What each process of the server may write to a file; without those that ended while they were asked. */
const limitsNow = (): readonly string[] =>
  postgresOf(folder).flatMap(({ pid }) => {
    try {
      return /^Max file size\s+(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1] ?? [];
    } catch {
      return [];
    }
  });

it.runIf(process.platform === 'linux')(
  'leaves no process of the database limited that was started meanwhile',
  async () => {
    const data = join(folder, 'postgres');
    mkdirSync(data);
    server = spawn(process.execPath, ['-e', SERVER, '--', '-D', data, '.'], { stdio: 'ignore' });
    writeFileSync(join(data, 'postmaster.pid'), `${server.pid}\n\n\n5432\n\n\n\nready\n`);
    while (postgresOf(folder).length < 5) await sleep(10);
    const limit = fileLimit(folder);
    limit.fill();
    await sleep(300);
    expect(limitsNow()).toContain('8192');
    limit.free();
    await sleep(50);
    const limits = limitsNow();
    expect(limits.length).toBeGreaterThan(10);
    expect(limits.filter((one) => one !== 'unlimited')).toEqual([]);
  },
);
