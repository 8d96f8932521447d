import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { anomalyOf, behindDifference, DAYS_JUDGED_BY } from './anomaly';

/** A count of what comes by chance, so many on average (Knuth). */
function poisson(random: Random, mean: number): number {
  let [count, product] = [0, random()];
  for (const end = Math.exp(-mean); product > end; product *= random()) count += 1;
  return count;
}
const WEEKDAYS = [1.3, 1.2, 1.1, 1, 0.9, 0.4, 0.3];
/** Days of a marketplace: busy at the beginning of a week, nearly idle at its end. */
const days = (random: Random, mean: number, length: number) =>
  Array.from({ length }, (_, day) => poisson(random, mean * (WEEKDAYS[day % 7] ?? 1)));

describe('a day judged by the eight weeks before it', () => {
  it('tells of a planted jump by what the same days of the week had, also where one of them was an outlier itself', () => {
    const history = days(seededRandom(1), 80, DAYS_JUDGED_BY);
    history[DAYS_JUDGED_BY - 7] = 900;
    const found = anomalyOf(history, 260);
    expect(found).toMatchObject({ kind: 'jump', observed: 260, high: 900 });
    expect(found?.expected).toBeGreaterThan(80);
    expect(found?.expected).toBeLessThan(130);
  });
  it('tells of one that appears and of one that falls away', () => {
    expect(anomalyOf(new Array(DAYS_JUDGED_BY).fill(0), 12)).toMatchObject({ kind: 'appears', expected: 0, high: 0 });
    expect(anomalyOf(days(seededRandom(2), 80, DAYS_JUDGED_BY), 3)).toMatchObject({ kind: 'fall', observed: 3 });
  });
  it('takes a quiet Sunday for a Sunday, and a few consignments for few', () => {
    const history = days(seededRandom(3), 100, DAYS_JUDGED_BY - 1);
    expect(anomalyOf([0, ...history], 30)).toBeNull();
    expect(anomalyOf(new Array(DAYS_JUDGED_BY).fill(0), 9)).toBeNull();
    expect(anomalyOf(new Array(DAYS_JUDGED_BY).fill(10_000), 12_000)).toBeNull();
  });
  it('finds in 200 series over 100 days nothing where nothing was planted, and every threefold day that was', () => {
    const random = seededRandom(4);
    let [alarms, planted, found] = [0, 0, 0];
    for (let series = 0; series < 200; series += 1) {
      const all = days(random, 2 + random() * 120, DAYS_JUDGED_BY + 100);
      for (let at = DAYS_JUDGED_BY; at < all.length; at += 1) {
        const history = all.slice(at - DAYS_JUDGED_BY, at);
        const today = all[at] ?? 0;
        if (anomalyOf(history, today)) alarms += 1;
        if (at !== DAYS_JUDGED_BY + 50 || today < 30) continue;
        planted += 1;
        if (anomalyOf(history, today * 3)?.kind === 'jump') found += 1;
      }
    }
    expect(planted).toBeGreaterThan(50);
    expect(found).toBe(planted);
    // Of 20,000 days that are all alike, a handful at most.
    expect(alarms).toBeLessThanOrEqual(4);
  });
});

describe('where a difference comes from', () => {
  const whole = { observed: 300, expected: 100 };
  it('is the member that moved most with it: 160 of 200 is 0.8', () => {
    const counts = [
      { member: 'CN', observed: 200, expected: 40 },
      { member: 'TR', observed: 100, expected: 60 },
    ];
    expect(behindDifference('origin', whole, counts)).toEqual({ by: 'origin', member: 'CN', share: 0.8 });
  });
  it('is nobody where many moved a little, or against it', () => {
    const counts = Array.from({ length: 10 }, (_, at) => ({ member: String(at), observed: 30, expected: 10 }));
    expect(behindDifference('chapter', whole, counts)).toBeNull();
    expect(behindDifference('chapter', whole, [{ member: '61', observed: 0, expected: 90 }])).toBeNull();
  });
});
