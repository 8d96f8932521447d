import type { Assessment } from '@/lib/assessment/types';
import { isControlLane, type Lane } from '@/lib/consignment/codes';
import { isStricter, type ProfileHit, takesPart, withProfiles } from './select';

/** The slots that profiles have at the office of a consignment on its day of receipt. */
export type Slots = {
  /** Whether an earlier version of the consignment has one already: it takes no second. */
  readonly holds: (profileId: string) => boolean;
  readonly left: (profile: Pick<ProfileHit, 'profileId' | 'dailySlots'>) => number;
  readonly take: (profileId: string) => void;
};

type LaneOf = (score: number) => Lane;
type Judged = Pick<Assessment, 'score' | 'lane' | 'selectionReason'>;

/**
 * The hits that select a consignment; each costs its profile a slot. A profile that selects by itself does whatever the score says, since
 * it sees to a control where the score only competes for one; not beside a mandatory examination, which needs no help. Points select
 * where they lead to a stricter lane that calls for a control.
 */
export function selectingHits(assessment: Judged, hits: readonly ProfileHit[], laneOf: LaneOf): readonly ProfileHit[] {
  if (assessment.selectionReason === 'mandatory' && assessment.lane === 'red') return [];
  const { lane } = withProfiles(assessment, hits, laneOf);
  const isRaised = isControlLane(lane) && isStricter(lane, assessment.lane);
  return hits.filter((hit) => takesPart(hit) && (hit.effect.kind === 'lane' || isRaised));
}

/**
 * The hits with the slots they take. A profile without one left is kept back where it would have selected; the others go on without
 * it. What is kept back is noted, so that it can be told what the day could not bear.
 */
export function withSlots(
  assessment: Judged,
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
