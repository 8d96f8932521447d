import { LANES } from '@/lib/consignment/codes';
import type { ProfileEffect } from './content';

/** Orders effects, strongest first: what selects by itself by its lane, then what adds points, most first. */
export function strongestEffect(one: ProfileEffect, other: ProfileEffect): number {
  return weight(other) - weight(one);
}

/** A lane outweighs the most points an effect can have. */
function weight(effect: ProfileEffect): number {
  return effect.kind === 'points' ? effect.points : 1_000 * (1 + LANES.indexOf(effect.lane));
}
