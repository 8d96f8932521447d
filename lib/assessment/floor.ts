import { type ControlLane, isControlLane, LANES, type Lane } from '@/lib/consignment/codes';
import { laneSeenTo, type ProfileHit } from '@/lib/profile/select';
import { mandatoryLane } from '@/lib/risk/lane';
import type { Indicator } from './types';

const stricter = (a: Lane, b: Lane): Lane => (LANES.indexOf(a) > LANES.indexOf(b) ? a : b);

/** The lane that a mandatory control or a profile sees to, whatever the slots; null where nothing does. */
export function floorOf(
  indicators: readonly Pick<Indicator, 'mandatory'>[],
  hits: readonly ProfileHit[],
): ControlLane | null {
  const lanes = [mandatoryLane(indicators), laneSeenTo(hits)];
  const strictest = lanes.reduce<Lane>((strict, lane) => (lane === null ? strict : stricter(strict, lane)), 'green');
  return isControlLane(strictest) ? strictest : null;
}
