import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfficeViewer } from '@/db/queries/clearance/viewers-now';
import { makeViewerPulse, type Presence } from './viewer-pulse';

let open: OfficeViewer[] = [];
let looks = 0;
const pulse = () =>
  makeViewerPulse(async () => {
    looks += 1;
    return open;
  });
const aSecond = () => vi.advanceTimersByTimeAsync(1_000);
const heardBy = (by: ReturnType<typeof makeViewerPulse>, readerId: string, officeIds: string[]) => {
  const heard: Presence[] = [];
  return { heard, leave: by.listen({ officeIds, readerId, tell: (presence) => heard.push(presence) }) };
};
const at = (officeId: string, userId: string, consignmentId = 'c-1') => ({
  officeId,
  userId,
  consignmentId,
  name: userId,
});

beforeEach(() => {
  vi.useFakeTimers();
  open = [];
  looks = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Presence', () => {
  it('is told to the offices of the consignment and to no other, each change once', async () => {
    const one = pulse();
    const here = heardBy(one, 'me', ['NLRTM']);
    const elsewhere = heardBy(one, 'you', ['BELGG']);
    await aSecond();
    expect(here.heard).toEqual([]);
    open = [at('NLRTM', 'kaya')];
    await aSecond();
    await aSecond();
    expect(here.heard).toEqual([{ 'c-1': ['kaya'] }]);
    expect(elsewhere.heard).toEqual([]);
    open = [];
    await aSecond();
    expect(here.heard.at(-1)).toEqual({});
  });

  it('is nothing to tell the one who looks', async () => {
    const one = pulse();
    const { heard } = heardBy(one, 'kaya', ['NLRTM']);
    open = [at('NLRTM', 'kaya')];
    await aSecond();
    expect(heard).toEqual([]);
  });

  it('is told whole to a page that comes later', async () => {
    const one = pulse();
    open = [at('NLRTM', 'kaya'), at('NLRTM', 'moreau', 'c-2')];
    heardBy(one, 'me', ['NLRTM']);
    await aSecond();
    const late = heardBy(one, 'you', ['NLRTM']);
    await aSecond();
    expect(late.heard).toEqual([{ 'c-1': ['kaya'], 'c-2': ['moreau'] }]);
  });

  it('costs one look a second for however many listen, and none for nobody', async () => {
    const one = pulse();
    const listening = Array.from({ length: 50 }, (_, index) => heardBy(one, String(index), ['NLRTM']));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBeLessThanOrEqual(11);
    for (const { leave } of listening) leave();
    await vi.advanceTimersByTimeAsync(2_000);
    const after = looks;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(after);
    const again = heardBy(one, 'me', ['NLRTM']);
    open = [at('NLRTM', 'kaya')];
    await aSecond();
    expect(again.heard).toHaveLength(1);
  });
});
