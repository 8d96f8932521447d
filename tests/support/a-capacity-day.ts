import { type Newcomer, type Occupant, type Selection, selectDay } from '@/lib/capacity/select-day';
import type { ControlLane, Slots } from '@/lib/capacity/slots';
import { evenDraw } from '@/lib/capacity/strata';

/** A consignment for examination that no draw takes, unless changed. */
export const newcomer = (id: string, changes: Partial<Newcomer> = {}): Newcomer => ({
  id,
  worth: 0.6,
  tieBreak: 1,
  lane: 'red',
  floor: null,
  stratum: 'post:low:known',
  draw: 0.999_999,
  drawnWith: null,
  held: null,
  ...changes,
});

export const NO_DRAW = evenDraw(0);
export const slotsOf = (documents: number, nii: number, physical: number): Slots => ({ documents, nii, physical });

/** A day as the database keeps it: batches come one after the other, what moves is written down. */
export function aDay(slots: Slots, share: number, plan = NO_DRAW) {
  const held = new Map<string, { newcomer: Newcomer; selection: Selection }>();
  const occupants = (): Occupant[] =>
    [...held.values()].flatMap(({ newcomer: one, selection }) => {
      const { outcome, control } = selection;
      if (control === null || outcome === 'none' || outcome === 'no_capacity') return [];
      const lane: ControlLane = one.lane === 'yellow' ? 'yellow' : 'red';
      const isMovable = outcome === 'ranked';
      const { isDrawn, drawProbability } = selection;
      return [
        {
          id: one.id,
          worth: one.worth,
          tieBreak: one.tieBreak,
          lane,
          outcome,
          control,
          isDrawn,
          drawProbability,
          isMovable,
        },
      ];
    });
  return {
    held,
    receive(batch: readonly Newcomer[]) {
      const { selections, moves } = selectDay(slots, share, plan, occupants(), batch);
      for (const one of batch) {
        const selection = selections.get(one.id);
        if (selection) held.set(one.id, { newcomer: one, selection });
      }
      for (const { id, selection } of moves) {
        const moved = held.get(id);
        if (moved) held.set(id, { ...moved, selection });
      }
    },
    outcomes: () => Object.fromEntries([...held].map(([id, { selection }]) => [id, selection.outcome])),
    controls: () => Object.fromEntries([...held].map(([id, { selection }]) => [id, selection.control])),
  };
}
