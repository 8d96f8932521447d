import type { Assessment } from '@/lib/assessment/types';
import type { Lane } from '@/lib/consignment/codes';
import { isStricter, type ProfileHit, takesPart, withProfiles } from './select';

/** The slots that profiles have at the office of a consignment on its day of receipt. */
export type Slots = {
  /** Whether an earlier version of the consignment has one already: it takes no second. */
  readonly holds: (profileId: string) => boolean;
  readonly left: (profile: Pick<ProfileHit, 'profileId' | 'dailySlots'>) => number;
  readonly take: (profileId: string) => void;
};

type LaneOf = (score: number) => Lane;

/**
 * The hits through which a consignment comes to a stricter lane; each costs its profile a slot. Points that lead to no stricter lane
 * cost nothing, nor does a profile beside a score that selects anyway.
 */
export function selectingHits(
  assessment: Assessment,
  hits: readonly ProfileHit[],
  laneOf: LaneOf,
): readonly ProfileHit[] {
  if (!isStricter(withProfiles(assessment, hits, laneOf).lane, assessment.lane)) return [];
  return hits.filter(
    (hit) => takesPart(hit) && (hit.effect.kind === 'points' || isStricter(hit.effect.lane, assessment.lane)),
  );
}

/**
 * The hits with the slots they take. A profile without one left is kept back where it would have selected; the others go on without
 * it. What is kept back is noted, so that it can be told what the day could not bear.
 */
export function withSlots(
  assessment: Assessment,
  hits: readonly ProfileHit[],
  laneOf: LaneOf,
  slots: Slots,
): readonly ProfileHit[] {
  const hasRoom = (hit: ProfileHit) => slots.holds(hit.profileId) || slots.left(hit) > 0;
  const without = new Set(selectingHits(assessment, hits, laneOf).filter((hit) => !hasRoom(hit)));
  const kept = hits.map((hit): ProfileHit => (without.has(hit) ? { ...hit, keptBack: 'no_slot' } : hit));
  const selecting = new Set(selectingHits(assessment, kept, laneOf));
  for (const { profileId } of selecting) if (!slots.holds(profileId)) slots.take(profileId);
  return kept.map((hit) => (selecting.has(hit) ? { ...hit, hasSlot: true } : hit));
}
