import { type Move, type Newcomer, type Occupant, selectDay } from './select-day';
import type { Slots } from './slots';
import { evenDraw } from './strata';

/** Released for want of a slot, and not here yet: it takes one that comes free. */
export type Waiting = Pick<Newcomer, 'id' | 'worth' | 'tieBreak' | 'stratum'> & {
  readonly lane: Occupant['lane'];
  readonly isDrawn: boolean;
  readonly drawProbability: number;
};

/**
 * What moves when an office and day get other slots: who holds one and nobody began with may lose it, who waits may get one, and the
 * draw of each stays as it was made. Pure: the same people and slots, the same moves, the worthiest first.
 */
export function resettle(
  slots: Slots,
  randomShare: number,
  occupants: readonly Occupant[],
  waiting: readonly Waiting[],
): Move[] {
  const again = waiting.map(
    ({ isDrawn, drawProbability, ...one }): Newcomer => ({
      ...one,
      floor: null,
      held: null,
      draw: isDrawn ? 0 : 1,
      drawnWith: drawProbability,
    }),
  );
  const { selections, moves } = selectDay(slots, randomShare, evenDraw(0), occupants, again);
  const given = again.flatMap(({ id }): Move[] => {
    const selection = selections.get(id);
    return selection && selection.control !== null ? [{ id, from: null, selection }] : [];
  });
  const worth = new Map([...occupants, ...waiting].map((one) => [one.id, one.worth]));
  return [...moves, ...given].sort((a, b) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
}
