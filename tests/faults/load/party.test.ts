import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { untilAborted } from '../shared/until-aborted';
import { Doing, untilEnded } from './party';

it('waits for those who end, and tells of those who do not what they are at', async () => {
  const doing = new Doing();
  const left = new AbortController();
  const hangs = doing.during('sends main-10012', () => sleep(60_000, undefined, { signal: left.signal }));
  const parties = [
    { name: 'an officer', work: sleep(5), doing: () => null },
    { name: 'the partner', work: hangs, doing: () => doing.told() },
  ];
  expect(await untilEnded(parties, 50)).toEqual([
    'the partner had not ended 0 s after the load: sends main-10012, for 0 s',
  ]);
  left.abort();
  await expect(hangs).rejects.toThrow();
  expect(doing.told()).toBeNull();
});

it('does not wait for the limit where all have ended', async () => {
  const from = performance.now();
  expect(await untilEnded([{ name: 'an officer', work: sleep(5), doing: () => null }], 60_000)).toEqual([]);
  expect(performance.now() - from).toBeLessThan(5_000);
});

it('gives up what goes on when the run is to stop', async () => {
  const stopping = new AbortController();
  const waiting = untilAborted(new Promise(() => undefined), stopping.signal);
  stopping.abort(new Error('Stopped.'));
  await expect(waiting).rejects.toThrow('Stopped.');
  await expect(untilAborted(Promise.resolve(1), stopping.signal)).rejects.toThrow('Stopped.');
});
