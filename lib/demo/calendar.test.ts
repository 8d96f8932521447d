import { expect, test } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { demoDays, instantsOn } from './calendar';
import { shareOut } from './draw';

const endAt = new Date('2026-11-23T09:30:00Z');

test('the window has so many days and ends on the day of its end', () => {
  const days = demoDays(endAt, 90);
  expect(days).toHaveLength(90);
  expect(days.at(0)?.day).toBe('2026-08-26');
  expect(days.at(-1)?.day).toBe('2026-11-23');
});

test("the days after Singles' Day carry the most, Sundays the least of their week", () => {
  const weights = new Map(demoDays(endAt, 90).map(({ day, weight }) => [day, weight]));
  const heaviest = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
  expect(['2026-11-11', '2026-11-12', '2026-11-13']).toContain(heaviest);
  expect(weights.get('2026-10-04')).toBeLessThan(weights.get('2026-10-06') ?? 0);
});

test('nothing comes in after the end of the window', () => {
  const last = demoDays(endAt, 5).at(-1);
  if (!last) throw new Error('no day');
  const instants = instantsOn(seededRandom(5), last, 400);
  expect(Math.max(...instants.map((instant) => instant.getTime()))).toBeLessThanOrEqual(endAt.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a.getTime() - b.getTime()));
});

test('shares sum to the whole', () => {
  expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(shareOut(0, [1, 2])).toEqual([0, 0]);
  expect(shareOut(7, [0.2, 0.5, 0.3]).reduce((sum, part) => sum + part, 0)).toBe(7);
});
