import { type DayPool, type Move, selectDay } from './select-day';
import type { Slots } from './slots';
import { evenDraw } from './strata';

/**
 * What moves when an office and day get other slots, or some come free: who holds one and nobody began with may lose it, who waits may
 * get one, and the draw of each stays as it was made. Pure: the same people and slots, the same moves, the worthiest first.
 */
export function resettle(slots: Slots, randomShare: number, pool: DayPool): readonly Move[] {
  return selectDay(slots, randomShare, evenDraw(0), pool, []).moves;
}
