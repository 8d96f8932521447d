import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { type DayTraffic, TrafficKept, trafficBefore } from './traffic';

const traffic = new Map([
  ['2026-10-01', new Map([['post', 10]])],
  [
    '2026-10-03',
    new Map([
      ['post', 2],
      ['cargo', 5],
    ]),
  ],
  ['2026-10-04', new Map([['post', 100]])],
]);

describe('the traffic before a day', () => {
  it('is the mean of the days on which anything came: (10 + 2) / 2 = 6 and 5 / 2 = 2.5', () => {
    expect(trafficBefore(traffic, '2026-10-04', 28)).toEqual(
      new Map([
        ['post', 6],
        ['cargo', 2.5],
      ]),
    );
  });

  it('reaches back so many days and no further, and leaves the day itself out', () => {
    expect(trafficBefore(traffic, '2026-10-04', 1)).toEqual(
      new Map([
        ['post', 2],
        ['cargo', 5],
      ]),
    );
  });

  it('is none where nothing came', () => {
    expect(trafficBefore(traffic, '2026-10-01', 28)).toEqual(new Map());
  });
});

describe('days that are kept', () => {
  const [first, last] = ['2026-10-01', '2026-11-30'];
  const counts: string[] = [];
  const countIn =
    (office: string) =>
    async (day: string): Promise<DayTraffic | null> => {
      counts.push(`${office} ${day}`);
      return day.endsWith('5') ? null : new Map([['post', Number(day.slice(8))]]);
    };

  it('are each counted once, no more than are looked at stay, and the mean is as if all were counted anew', async () => {
    const kept = new TrafficKept(28);
    for (let day = first; day <= last; day = addDays(day, 1)) {
      for (const office of ['NLRTM', 'NLAMS']) {
        const all = new Map<string, DayTraffic | null>();
        for (let back = 1; back <= 28; back += 1) {
          const each = addDays(day, -back);
          all.set(each, each.endsWith('5') ? null : new Map([['post', Number(each.slice(8))]]));
        }
        expect(await kept.before(office, day, countIn(office))).toEqual(trafficBefore(all, day, 28));
        expect(kept.size(office)).toBeLessThanOrEqual(28);
      }
    }
    expect(new Set(counts).size).toBe(counts.length);
    // 61 days, and the 28 before the first without the last itself.
    expect(counts.length).toBe(2 * (61 + 28 - 1));
  });
});
