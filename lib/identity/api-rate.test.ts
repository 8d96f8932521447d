import { expect, it } from 'vitest';
import { minuteOf, secondsToNextMinute } from './api-rate';

it('counts by whole minutes, and tells how long the present one lasts', () => {
  expect(minuteOf(new Date('2026-11-02T10:00:59.999Z'))).toEqual(new Date('2026-11-02T10:00:00Z'));
  expect(secondsToNextMinute(new Date('2026-11-02T10:00:00Z'))).toBe(60);
  expect(secondsToNextMinute(new Date('2026-11-02T10:00:59.999Z'))).toBe(1);
});
