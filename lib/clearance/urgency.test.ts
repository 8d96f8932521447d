import { describe, expect, it } from 'vitest';
import { urgencyOf, urgentUntil } from './urgency';

const at = new Date('2026-11-24T10:00:00Z');
const inMinutes = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe('Urgency', () => {
  it.each([
    [-1, 'late'],
    [0, 'near'],
    [59, 'near'],
    [60, 'ahead'],
  ] as const)('of what is due in %i minutes is %s', (minutes, urgency) => {
    expect(urgencyOf(minutes * 60_000)).toBe(urgency);
  });

  it('ends for the late now, for the near in an hour, for the rest never', () => {
    expect(urgentUntil(inMinutes(-5), at)).toEqual(at);
    expect(urgentUntil(inMinutes(5), at)).toEqual(inMinutes(60));
    expect(urgentUntil(inMinutes(90), at)).toBeNull();
  });
});
