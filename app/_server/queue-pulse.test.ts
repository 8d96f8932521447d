import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfficeChange } from '@/db/queries/clearance/changed-offices';
import { makePulse } from './queue-pulse';

let log: OfficeChange[] = [];
let looks = 0;
const pulse = () =>
  makePulse(async () => {
    looks += 1;
    return log;
  });
const aSecond = () => vi.advanceTimersByTimeAsync(1_000);
const heardBy = (by: ReturnType<typeof makePulse>, officeIds: string[]) => {
  const heard: string[] = [];
  return { heard, leave: by.listen({ officeIds, tell: (officeId) => heard.push(officeId) }) };
};

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  looks = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the pulse of the queues', () => {
  it('tells each listener of its own offices alone, and of each change once', async () => {
    const one = pulse();
    const here = heardBy(one, ['BELGG']);
    const both = heardBy(one, ['BELGG', 'NLRTM']);
    await aSecond();
    log = [{ id: 'a', officeId: 'NLRTM' }];
    await aSecond();
    await aSecond();
    expect([here.heard, both.heard]).toEqual([[], ['NLRTM']]);
    log = [...log, { id: 'b', officeId: 'BELGG' }];
    await aSecond();
    expect([here.heard, both.heard]).toEqual([['BELGG'], ['NLRTM', 'BELGG']]);
  });

  it('tells everybody of what may be of any office', async () => {
    const one = pulse();
    const { heard } = heardBy(one, ['BELGG', 'NLRTM']);
    await aSecond();
    log = [{ id: 'a', officeId: null }];
    await aSecond();
    expect(heard).toEqual(['BELGG', 'NLRTM']);
  });

  it('looks once a second for however many listen, and not at all for nobody', async () => {
    const one = pulse();
    const listening = Array.from({ length: 50 }, () => heardBy(one, ['BELGG']));
    await vi.advanceTimersByTimeAsync(10_000);
    const looked = looks;
    expect(looked).toBeLessThanOrEqual(11);
    for (const { leave } of listening) leave();
    await vi.advanceTimersByTimeAsync(2_000);
    const after = looks;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(after);
    const again = heardBy(one, ['BELGG']);
    await aSecond();
    log = [{ id: 'c', officeId: 'BELGG' }];
    await aSecond();
    expect(again.heard).toEqual(['BELGG']);
  });
});
