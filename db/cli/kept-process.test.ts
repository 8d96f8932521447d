import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, type ProcessRef, startOf } from '../engine/process-identity';
import { endLeft, type KeptProcess, type KeptWish, keepProcess } from './kept-process';

let folder = '';
let refFile = '';
let kept: KeptProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-kept-'));
  refFile = join(folder, 'part.json');
});
afterEach(async () => {
  await kept?.stop(() => 0);
  kept = undefined;
  await rm(folder, { recursive: true });
});

const WAITS = 'setInterval(() => undefined, 1000)';

async function keep(script: string, more: Partial<KeptWish> = {}): Promise<KeptProcess> {
  const words = ['-e', script];
  kept = await keepProcess({ name: 'worker', words, env: {}, refFile, gaveUp: 'It ended.', ...more });
  return kept;
}

async function running(): Promise<ProcessRef> {
  for (;;) {
    const ref = await readFile(refFile, 'utf8').then(
      (text) => JSON.parse(text) as ProcessRef,
      () => null,
    );
    if (ref && isAlive(ref)) return ref;
    await sleep(10);
  }
}

describe('a kept process', () => {
  it('is started again when it ends unasked, and stays away when it was asked to end', async () => {
    const part = await keep(WAITS);
    part.keep();
    const first = await running();
    process.kill(first.pid, 'SIGKILL');
    while (isAlive(first)) await sleep(10);
    const second = await running();
    expect(second.pid).not.toBe(first.pid);
    await part.stop(() => 1_000);
    expect(isAlive(second)).toBe(false);
    expect(existsSync(refFile)).toBe(false);
  });

  it('is given up, with the sentence that says so, when it ends at once for the third time', async () => {
    const starts = join(folder, 'starts');
    const part = await keep(`require('fs').appendFileSync('${starts}', 'x'); process.exit(3)`);
    part.keep();
    expect(await part.ended).toBe('It ended.');
    expect(await readFile(starts, 'utf8')).toBe('xxx');
  });

  it('works at the priority it is given', async () => {
    await keep(WAITS, { niceness: 10 });
    expect(getPriority((await running()).pid)).toBe(10);
  });

  it('is ended by the next launcher when its own was killed', async () => {
    await keep(WAITS);
    const left = await running();
    expect(await endLeft(refFile)).toBe(true);
    expect(isAlive(left)).toBe(false);
    expect(await endLeft(refFile)).toBe(false);
  });

  it('is forgotten when what remembers it was cut short', async () => {
    await writeFile(refFile, '{"pid": 12');
    expect(await endLeft(refFile)).toBe(false);
    expect(existsSync(refFile)).toBe(false);
  });

  it('ends by itself when its launcher is killed', async () => {
    const child = `import { listenForStop } from '${join(import.meta.dirname, 'stop-signal.ts')}';
      listenForStop(() => undefined, true).addEventListener('abort', () => process.exit(0));
      setInterval(() => undefined, 1000); process.send('up');`;
    const launcher = `const { spawn } = require('child_process');
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', ${JSON.stringify(child)}],
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });
      child.on('message', () => console.log(child.pid)); setInterval(() => undefined, 1000);`;
    const running = spawn(process.execPath, ['-e', launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [told] = (await once(running.stdout, 'data')) as [Buffer];
    const pid = Number(told.toString());
    const left = { pid, startedAt: startOf(pid) ?? '' };
    expect(isAlive(left)).toBe(true);
    running.kill('SIGKILL');
    while (isAlive(left)) await sleep(20);
  });
});
