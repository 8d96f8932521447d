import type { Assessment } from '@/lib/assessment/types';
import { LANES, type Lane } from '@/lib/consignment/codes';
import type { ProfileEffect } from './content';
import type { ProfileFacts } from './fields';
import { factRow, type MetCondition, metConditions, type Predicate } from './predicate';

/** A version of a profile that looks at every consignment: in force, or in shadow beside it. */
export type ProfileInForce = {
  readonly profileId: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly instruction: string;
  readonly effect: ProfileEffect;
  readonly mode: 'shadow' | 'active';
  readonly predicate: Predicate;
};

export type ProfileHit = Omit<ProfileInForce, 'predicate'> & { readonly met: readonly MetCondition[] };

/** The profiles that the facts meet, in the order of their numbers, with what decided. */
export function hitsOf(facts: ProfileFacts, profiles: readonly ProfileInForce[]): readonly ProfileHit[] {
  if (profiles.length === 0) return [];
  const row = factRow(facts);
  const hits: ProfileHit[] = [];
  for (const { predicate, ...profile } of profiles) {
    if (predicate.matches(row)) hits.push({ ...profile, met: metConditions(predicate.trace(row)) });
  }
  return hits;
}

const isStricter = (lane: Lane, than: Lane) => LANES.indexOf(lane) > LANES.indexOf(than);

/** The strictest lane that a profile in force selects for by itself, whatever hands there are; null where none does. */
export function laneSeenTo(hits: readonly ProfileHit[]): Lane | null {
  return hits.reduce<Lane | null>((strictest, { mode, effect }) => {
    if (mode !== 'active' || effect.kind !== 'lane') return strictest;
    return strictest === null || isStricter(effect.lane, strictest) ? effect.lane : strictest;
  }, null);
}

/**
 * The assessment with what the profiles in force make of it: their points raise the score, and with it the lane; a profile that
 * selects by itself gives its lane. Nothing takes a consignment to a milder lane, and what a mandatory control selected
 * keeps that reason. `laneOf` tells the lane of a score.
 */
export function withProfiles(
  assessment: Assessment,
  hits: readonly ProfileHit[],
  laneOf: (score: number) => Lane,
): Pick<Assessment, 'score' | 'lane' | 'selectionReason'> {
  const active = hits.filter(({ mode }) => mode === 'active');
  const points = active.reduce((sum, { effect }) => sum + (effect.kind === 'points' ? effect.points : 0), 0);
  const score = Math.min(100, assessment.score + points);
  const lanes = [laneOf(score), ...active.flatMap(({ effect }) => (effect.kind === 'lane' ? [effect.lane] : []))];
  const strictest = lanes.reduce((strict, lane) => (isStricter(lane, strict) ? lane : strict), assessment.lane);
  if (!isStricter(strictest, assessment.lane)) {
    const { lane, selectionReason } = assessment;
    return { score, lane, selectionReason };
  }
  return { score, lane: strictest, selectionReason: 'rule' };
}
