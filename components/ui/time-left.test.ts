import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left';

const now = Date.parse('2026-11-24T12:00:00Z');
const left = (due: string) => timeLeft(Date.parse(due), now);

describe('the time left to act', () => {
  it('counts hours and minutes within a day', () => {
    expect(left('2026-11-24T14:05:30Z')).toEqual({ urgency: 'ahead', days: 0, hours: 2, minutes: 5 });
  });
  it('counts days and hours beyond a day, and drops the minutes', () => {
    expect(left('2026-11-26T15:59:00Z')).toEqual({ urgency: 'ahead', days: 2, hours: 3, minutes: 0 });
  });
  it('is near in the last hour', () => {
    expect(left('2026-11-24T12:59:59Z').urgency).toBe('near');
    expect(left('2026-11-24T13:00:00Z').urgency).toBe('ahead');
  });
  it('is late the moment it is due, and says by how much', () => {
    expect(left('2026-11-24T12:00:00Z').urgency).toBe('near');
    expect(left('2026-11-24T11:18:00Z')).toEqual({ urgency: 'late', days: 0, hours: 0, minutes: 42 });
  });
});
