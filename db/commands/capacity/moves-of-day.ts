import 'server-only';
import type { Tx } from '@/db/connection';
import { type DayPoolRows, dayPool } from '@/db/queries/capacity/day-pool';
import { resettle } from '@/lib/capacity/resettle';
import type { Slots } from '@/lib/capacity/slots';
import type { ControlType } from '@/lib/consignment/codes';
import { lockMovable, type Moved, movedOf, withoutLost } from './move-selected';

type Day = {
  readonly officeId: string;
  readonly controlOn: string;
  readonly slots: Slots;
  readonly randomShare: number;
};

export type MovesOfDay = {
  readonly moves: readonly Moved[];
  /** Controls of which officers' orders hold slots that day: an order takes one whether there is one or not. */
  readonly ordered: ReadonlySet<ControlType>;
};

/**
 * What moves on a day whose slots changed or came free, all of it ours: whoever was begun with in the very moment keeps the slot. Each
 * round takes at least one out, so it ends.
 */
export async function movesOfDay(
  tx: Tx,
  { officeId, controlOn, slots, randomShare }: Day,
  at: Date,
): Promise<MovesOfDay> {
  const pool = await dayPool(tx, officeId, controlOn, at);
  const begun = new Set<string>();
  const elsewhere = new Set<string>();
  for (;;) {
    const left = withoutLost(pool, { begun, elsewhere });
    const moves = movedOf({ officeId, controlOn }, left, resettle(slots, randomShare, left));
    const locked = await lockMovable(tx, moves, at);
    const lost = moves.filter(({ id }) => !locked.ours.has(id));
    if (lost.length === 0) return { moves, ordered: orderedOf(pool) };
    for (const { id } of lost) (locked.elsewhere.has(id) ? elsewhere : begun).add(id);
  }
}

const orderedOf = ({ occupants }: DayPoolRows) =>
  new Set(occupants.flatMap(({ isOrdered, control }) => (isOrdered ? [control] : [])));
