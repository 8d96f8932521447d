import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { lowerShare } from './lower-share';

const started: ReturnType<typeof spawn>[] = [];
const leader = (): number => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  started.push(child);
  return child.pid ?? 0;
};

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('lowerShare', () => {
  it('lowers the process, and its session where Linux schedules by session', () => {
    const pid = leader();
    lowerShare(pid, 10);
    expect(getPriority(pid)).toBe(10);
    const autogroup = `/proc/${pid}/autogroup`;
    if (existsSync(autogroup)) expect(readFileSync(autogroup, 'utf8').trim()).toMatch(/ nice 10$/);
  });

  it('says nothing of a process that has ended', () => {
    expect(() => lowerShare(2 ** 22 + 1, 10)).not.toThrow();
  });
});
