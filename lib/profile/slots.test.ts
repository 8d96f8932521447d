import { describe, expect, it } from 'vitest';
import type { Assessment } from '@/lib/assessment/types';
import type { Lane } from '@/lib/consignment/codes';
import type { ProfileEffect } from './content';
import { laneSeenTo, type ProfileHit, withProfiles } from './select';
import { withSlots } from './slots';

const laneOf = (score: number): Lane => (score >= 60 ? 'red' : score >= 25 ? 'yellow' : score >= 15 ? 'blue' : 'green');
const base = (score: number, lane: Lane = 'green') => ({ score, lane, selectionReason: 'none' }) as Assessment;
const hit = (profileId: string, effect: ProfileEffect, more: Partial<ProfileHit> = {}) =>
  ({ profileId, effect, mode: 'active', keptBack: null, hasSlot: false, dailySlots: 1, ...more }) as ProfileHit;
const RED = { kind: 'lane', lane: 'red' } as const;
const points = (many: number) => ({ kind: 'points', points: many }) as const;

/** Each profile has one slot, unless it is said to be used. */
function book(used: readonly string[] = [], held: readonly string[] = []) {
  const taken = new Map(used.map((id) => [id, 1]));
  return {
    taken,
    holds: (id: string) => held.includes(id),
    left: ({ profileId, dailySlots }: { profileId: string; dailySlots: number }) =>
      dailySlots - (taken.get(profileId) ?? 0),
    take: (id: string) => void taken.set(id, (taken.get(id) ?? 0) + 1),
  };
}
const told = (hits: readonly ProfileHit[]) => hits.map(({ keptBack, hasSlot }) => keptBack ?? hasSlot);

describe('the daily slots of profiles', () => {
  it('go to what a profile selects; when they are used, the next is kept back and selected by nobody', () => {
    const slots = book();
    expect(told(withSlots(base(0), [hit('a', RED)], laneOf, slots))).toEqual([true]);
    const later = withSlots(base(0), [hit('a', RED)], laneOf, slots);
    expect(told(later)).toEqual(['no_slot']);
    expect(withProfiles(base(0), later, laneOf)).toMatchObject({ lane: 'green', selectionReason: 'none' });
  });
  it('are not used by points that lead to no control, nor beside a mandatory control', () => {
    const slots = book();
    const mandatory = { ...base(0, 'red'), selectionReason: 'mandatory' } as Assessment;
    expect(told(withSlots(base(0), [hit('a', points(5))], laneOf, slots))).toEqual([false]);
    expect(told(withSlots(base(10), [hit('a', points(5))], laneOf, slots))).toEqual([false]);
    expect(told(withSlots(mandatory, [hit('a', RED)], laneOf, slots))).toEqual([false]);
    expect(slots.taken.size).toBe(0);
    expect(told(withSlots(base(20), [hit('a', points(5))], laneOf, slots))).toEqual([true]);
  });
  it('are needed beside a score that selects, too: only with one does the profile see to the control', () => {
    const slots = book();
    const first = withSlots(base(70, 'red'), [hit('a', RED)], laneOf, slots);
    expect([told(first), laneSeenTo(first)]).toEqual([[true], 'red']);
    const next = withSlots(base(70, 'red'), [hit('a', RED)], laneOf, slots);
    expect([told(next), laneSeenTo(next)]).toEqual([['no_slot'], null]);
    expect(withProfiles(base(70, 'red'), next, laneOf)).toMatchObject({ lane: 'red', selectionReason: 'none' });
  });
  it('stay with the consignment that has one, also when its data come anew', () => {
    const slots = book(['a'], ['a']);
    expect(told(withSlots(base(0), [hit('a', RED)], laneOf, slots))).toEqual([true]);
    expect(slots.taken.get('a')).toBe(1);
  });
  it('of one profile say nothing of another: what is left without it still selects', () => {
    const slots = book(['a']);
    expect(told(withSlots(base(0), [hit('a', RED), hit('b', points(30))], laneOf, slots))).toEqual(['no_slot', true]);
    // Without the points of the first, those of the second lead nowhere: they cost no slot.
    expect(told(withSlots(base(0), [hit('a', points(20)), hit('b', points(10))], laneOf, book(['a'])))).toEqual([
      'no_slot',
      false,
    ]);
  });
  it('are none of a hit in shadow, nor of a muted one', () => {
    const slots = book();
    const hits = [hit('a', RED, { mode: 'shadow' }), hit('b', RED, { keptBack: 'muted' })];
    expect(told(withSlots(base(0), hits, laneOf, slots))).toEqual([false, 'muted']);
    expect(slots.taken.size).toBe(0);
  });
});
