import type { Assessment } from '@/lib/assessment/types';
import { isControlLane, LANES, type Lane } from '@/lib/consignment/codes';
import type { ProfileEffect } from './content';
import type { ProfileFacts } from './fields';
import { type MutedParty, type Mutes, partySlot } from './mute';
import { factRow, type MetCondition, metConditions, type Predicate } from './predicate';

/** What a version that looks at consignments does: notes what it would select, or selects. */
export const HIT_MODES = ['shadow', 'active'] as const;
/** Why a hit took no part in selection: its party is left alone, or the profile's slots of the day are used. */
export const KEPT_BACK = ['muted', 'no_slot'] as const;
export type KeptBack = (typeof KEPT_BACK)[number];

/** A version of a profile that looks at every consignment: in force, or in shadow beside it. */
export type ProfileInForce = {
  readonly profileId: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly instruction: string;
  readonly effect: ProfileEffect;
  /** Consignments it may select at each office and day of receipt. */
  readonly dailySlots: number;
  readonly mode: (typeof HIT_MODES)[number];
  readonly predicate: Predicate;
};

export type ProfileHit = Omit<ProfileInForce, 'predicate'> & {
  readonly met: readonly MetCondition[];
  readonly keptBack: KeptBack | null;
  /** Whether it selected, and a slot of the profile went to the consignment. */
  readonly hasSlot: boolean;
};

/** The keys that the parties of a consignment have in the histories. */
export type Parties = Readonly<Record<MutedParty, string>>;

/** The profiles that the facts meet, in the order of their numbers, with what decided; muted where the party is left alone. */
export function hitsOf(
  facts: ProfileFacts,
  profiles: readonly ProfileInForce[],
  parties: Parties,
  mutes: Mutes,
): readonly ProfileHit[] {
  if (profiles.length === 0) return [];
  const row = factRow(facts);
  const hits: ProfileHit[] = [];
  for (const { predicate, ...profile } of profiles) {
    if (!predicate.matches(row)) continue;
    const keptBack = isMuted(mutes.get(profile.profileId), parties) ? 'muted' : null;
    hits.push({ ...profile, met: metConditions(predicate.trace(row)), keptBack, hasSlot: false });
  }
  return hits;
}

function isMuted(muted: ReadonlySet<string> | undefined, { sender, recipient }: Parties): boolean {
  return (
    muted !== undefined && (muted.has(partySlot('sender', sender)) || muted.has(partySlot('recipient', recipient)))
  );
}

export const isStricter = (lane: Lane, than: Lane) => LANES.indexOf(lane) > LANES.indexOf(than);

/** Whether a hit has a part in the selection. */
export const takesPart = ({ mode, keptBack }: Pick<ProfileHit, 'mode' | 'keptBack'>) =>
  mode === 'active' && keptBack === null;

/** The strictest lane that a profile in force selects for by itself, whatever hands there are, with one of its slots; null where none does. */
export function laneSeenTo(hits: readonly ProfileHit[]): Lane | null {
  return hits.reduce<Lane | null>((strictest, hit) => {
    const { effect } = hit;
    if (!takesPart(hit) || !hit.hasSlot || effect.kind !== 'lane') return strictest;
    return strictest === null || isStricter(effect.lane, strictest) ? effect.lane : strictest;
  }, null);
}

/**
 * The assessment with what the profiles in force make of it: their points raise the score, and with it the lane; a profile that
 * selects by itself gives its lane. Nothing takes a consignment to a milder lane, what a mandatory control selected keeps that reason,
 * and points that lead to no control select nothing. `laneOf` tells the lane of a score.
 */
export function withProfiles(
  assessment: Pick<Assessment, 'score' | 'lane' | 'selectionReason'>,
  hits: readonly ProfileHit[],
  laneOf: (score: number) => Lane,
): Pick<Assessment, 'score' | 'lane' | 'selectionReason'> {
  const active = hits.filter(takesPart);
  const points = active.reduce((sum, { effect }) => sum + (effect.kind === 'points' ? effect.points : 0), 0);
  const score = Math.min(100, assessment.score + points);
  const lanes = [laneOf(score), ...active.flatMap(({ effect }) => (effect.kind === 'lane' ? [effect.lane] : []))];
  const strictest = lanes.reduce((strict, lane) => (isStricter(lane, strict) ? lane : strict), assessment.lane);
  if (!isStricter(strictest, assessment.lane)) {
    const { lane, selectionReason } = assessment;
    return { score, lane, selectionReason };
  }
  return { score, lane: strictest, selectionReason: isControlLane(strictest) ? 'rule' : 'none' };
}
