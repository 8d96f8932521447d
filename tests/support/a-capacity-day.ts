import { resettle } from '@/lib/capacity/resettle';
import { hasRoom, roomFor } from '@/lib/capacity/room';
import {
  type Move,
  type Newcomer,
  type Occupant,
  type Selection,
  selectDay,
  type Waiting,
} from '@/lib/capacity/select-day';
import type { Slots } from '@/lib/capacity/slots';
import { evenDraw } from '@/lib/capacity/strata';
import type { ControlLane } from '@/lib/consignment/codes';

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

/**
 * A day as the database keeps it: batches come one after the other, what moves is written down. Slots may change, consignments go
 * away or be begun with; what comes free goes to those who wait.
 */
export function aDay(first: Slots, share: number, plan = NO_DRAW) {
  let slots = first;
  const held = new Map<string, { newcomer: Newcomer; selection: Selection }>();
  const begun = new Set<string>();
  const pool = () => ({ occupants: occupants(), waiting: waiting() });
  const lanes = (one: Newcomer): ControlLane => (one.lane === 'yellow' ? 'yellow' : 'red');
  const occupants = (): Occupant[] =>
    [...held.values()].flatMap(({ newcomer: one, selection }) => {
      const { outcome, control, isDrawn, drawProbability } = selection;
      if (control === null || outcome === 'none' || outcome === 'no_capacity') return [];
      const isOfProfile = outcome === 'mandatory' && one.floor === 'yellow' && one.lane === 'red';
      const isMovable = !begun.has(one.id) && (outcome === 'ranked' || isOfProfile);
      const { id, worth, tieBreak, floor } = one;
      return {
        ...{ id, worth, tieBreak, floor, lane: lanes(one) },
        outcome,
        control,
        isDrawn,
        drawProbability,
        isMovable,
      };
    });
  const waiting = (): Waiting[] =>
    [...held.values()].flatMap(({ newcomer: one, selection: { outcome, isDrawn, drawProbability } }) => {
      if (outcome !== 'no_capacity') return [];
      return { id: one.id, worth: one.worth, tieBreak: one.tieBreak, lane: lanes(one), isDrawn, drawProbability };
    });
  const write = (moves: readonly Move[]) => {
    for (const { id, selection } of moves) {
      const moved = held.get(id);
      if (moved) held.set(id, { ...moved, selection });
    }
  };
  return {
    held,
    receive(batch: readonly Newcomer[]) {
      const { occupants: holding, waiting: all } = pool();
      const isOther = ({ id }: { readonly id: string }) => !batch.some((one) => one.id === id);
      const [others, holdingNow] = [all.filter(isOther), holding.filter(isOther)];
      const wishes = roomFor(slots, share, holdingNow);
      const isWished = (one: Waiting) =>
        wishes.some(({ lane, isDrawn }) => lane === one.lane && isDrawn === one.isDrawn);
      const here = { occupants: holdingNow, waiting: others.filter(isWished) };
      const { selections, moves } = selectDay(slots, share, plan, here, batch);
      for (const one of batch) {
        const selection = selections.get(one.id);
        if (selection) held.set(one.id, { newcomer: one, selection });
      }
      write(moves);
    },
    /** Withdrawn, or sent to another office. */
    takeAway(id: string) {
      held.delete(id);
      begun.delete(id);
      if (this.hasRoom()) write(resettle(slots, share, pool()));
    },
    /** Its data are sent anew: what it holds it keeps, and its draw stays as it was made. */
    amend(id: string) {
      const before = held.get(id);
      if (!before || begun.has(id)) return;
      const { outcome, control, drawProbability } = before.selection;
      if (outcome === 'random' || outcome === 'mandatory') return;
      this.receive([{ ...before.newcomer, held: control, drawnWith: drawProbability }]);
    },
    begin(id: string) {
      if (held.get(id)?.selection.control) begun.add(id);
    },
    setSlots(next: Slots) {
      slots = next;
      write(resettle(slots, share, pool()));
    },
    slots: () => slots,
    hasRoom: () => hasRoom(slots, share, occupants(), waiting()),
    /** What would move if the slots were given away anew. */
    wouldMove: () => resettle(slots, share, pool()),
    isBegun: (id: string) => begun.has(id),
    outcomes: () => Object.fromEntries([...held].map(([id, { selection }]) => [id, selection.outcome])),
    controls: () => Object.fromEntries([...held].map(([id, { selection }]) => [id, selection.control])),
  };
}
