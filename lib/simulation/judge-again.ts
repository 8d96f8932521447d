import { floorOf } from '@/lib/assessment/floor';
import type { Indicator } from '@/lib/assessment/types';
import type { ControlLane, Lane } from '@/lib/consignment/codes';
import type { Policy } from '@/lib/policy/policy';
import type { ProfileEffect } from '@/lib/profile/content';
import { type KeptBack, type ProfileHit, withProfiles } from '@/lib/profile/select';
import { withSlots } from '@/lib/profile/slots';
import { assignLane, laneOfScore, scoreOf } from '@/lib/risk/lane';

/** A profile that selects a consignment, as it was stored or as a simulation switches it on. */
export type SelectingHit = {
  readonly profileId: string;
  readonly version: number;
  readonly effect: ProfileEffect;
  readonly dailySlots: number;
  readonly keptBack: KeptBack | null;
  readonly hasSlot: boolean;
};

export type Judged = { readonly score: number; readonly lane: Lane; readonly floor: ControlLane | null };

/** Slots that profiles switched on have left on a day. */
export type SlotsLeft = { readonly of: (hit: SelectingHit) => number; readonly take: (profileId: string) => void };

/**
 * What becomes of a consignment with other profiles: the indicators it fired stay, and the same functions as at its receipt make score,
 * lane and floor of them. `kept` are the stored hits of the profiles that stay, `added` those of profiles switched on.
 */
export function judgeAgain(
  indicators: readonly Indicator[],
  { kept, added }: { readonly kept: readonly SelectingHit[]; readonly added: readonly SelectingHit[] },
  policy: Policy,
  left: SlotsLeft,
): Judged {
  const laneOf = (score: number) => laneOfScore(score, policy.laneFromScore);
  const score = scoreOf(indicators);
  const base = { score, ...assignLane(indicators, score, policy) };
  const stored = new Set(kept.map(({ profileId }) => profileId));
  const byId = new Map(added.map((hit) => [hit.profileId, hit]));
  const hits = withSlots(base, [...kept, ...added].map(asHit), laneOf, {
    // What was stored keeps the slot it had; it took none away from what is switched on.
    holds: (profileId) => stored.has(profileId),
    left: ({ profileId }) => {
      const hit = byId.get(profileId);
      return hit ? left.of(hit) : 1;
    },
    take: left.take,
  });
  const { score: raised, lane } = withProfiles(base, hits, laneOf);
  return { score: raised, lane, floor: floorOf(indicators, hits) };
}

const asHit = (hit: SelectingHit): ProfileHit => ({
  ...hit,
  number: 0,
  title: '',
  instruction: '',
  mode: 'active',
  met: [],
});
