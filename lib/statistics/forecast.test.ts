import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { FORECAST_DAYS_MIN, forecastOf } from './forecast';

const WEEK = [100, 120, 110, 105, 140, 60, 40];
const weeks = (count: number, of: (value: number, day: number) => number = (value) => value) =>
  Array.from({ length: count * 7 }, (_, day) => of(WEEK[day % 7] ?? 0, day));

describe('a forecast', () => {
  it('is not made from less than ten weeks', () => {
    expect(forecastOf(weeks(9), 14)).toBeNull();
    expect(forecastOf(weeks(10), 14)?.days).toHaveLength(14);
    expect(FORECAST_DAYS_MIN).toBe(70);
  });
  it('goes on with a week that repeats itself, without error', () => {
    const forecast = forecastOf(weeks(20), 14);
    for (const [day, { value }] of (forecast?.days ?? []).entries()) expect(value).toBeCloseTo(WEEK[day % 7] ?? 0, 0);
    expect(forecast?.backTest.error).toBeLessThan(1);
  });
  it('follows what grows, and does better than the week before', () => {
    const random = seededRandom(4);
    const growing = weeks(52, (value, day) => value * (1 + day / 300) + (random() - 0.5) * 40);
    const forecast = forecastOf(growing, 28);
    expect(forecast?.method).toBe('holt_winters');
    expect(forecast?.backTest.error).toBeLessThan(forecast?.backTest.errorOfWeekBefore ?? 0);
  });
  it('holds about four of five days it had not seen between low and high', () => {
    const random = seededRandom(9);
    const noisy = weeks(60, (value) => value + (random() - 0.5) * 60);
    const forecast = forecastOf(noisy.slice(0, -28), 28);
    const inside = (forecast?.days ?? []).filter(({ low, high }, day) => {
      const value = noisy[noisy.length - 28 + day] ?? 0;
      return low <= value && value <= high;
    });
    expect(inside.length).toBeGreaterThanOrEqual(18);
    expect(forecast?.backTest.within).toBeGreaterThan(0.75);
  });
  it('never says less than nothing', () => {
    const falling = weeks(20, (_, day) => Math.max(0, 60 - day));
    expect((forecastOf(falling, 28)?.days ?? []).every(({ low, value }) => low >= 0 && value >= 0)).toBe(true);
  });
});
