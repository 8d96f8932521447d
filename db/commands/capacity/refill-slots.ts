import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { CAN_COME_BACK, COMPETES_BY_WORTH, IS_UNTOUCHED } from '@/db/queries/capacity/movable';
import { occupantsOf, slotKey } from '@/db/queries/capacity/occupants';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { slotsOn } from '@/lib/capacity/plan';
import { hasRoom, type Wish } from '@/lib/capacity/room';
import { isLimited } from '@/lib/capacity/slots';
import { CONTROL_TYPES, type ControlLane } from '@/lib/consignment/codes';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { lockSlots, waitAtMost } from './lock-slots';
import { type Moved, type MoveReason, moveSelected } from './move-selected';
import { type MovesOfDay, movesOfDay } from './moves-of-day';
import { lockCoverOfMoves } from './unpaid-moves';

type Day = { readonly officeId: string; readonly controlOn: string };

/** A day whose slots somebody else holds just now has its turn at the next run; nobody queues behind this one meanwhile. */
const WAIT_MS = 1_000;

/**
 * Gives slots that came free, because what held them was withdrawn, sent to another office or decided without a control, to the
 * worthiest that was released for want of one and has not arrived, or has a lesser control. A day a transaction: one that fails is
 * logged, has its turn again at the next run, and does not keep the others from theirs. Gives how many were given one.
 */
export async function refillSlots(actor: Actor, at = new Date(), waitMs = WAIT_MS): Promise<number> {
  authorise(actor, 'intake.process');
  let given = 0;
  for (const day of await daysWithRoom(at)) {
    try {
      given += await refill(day, at, waitMs);
    } catch (error) {
      logLine('error', 'capacity.refill_failed', { ...day, message: messageOf(error) });
    }
  }
  return given;
}

async function refill({ officeId, controlOn }: Day, at: Date, waitMs: number): Promise<number> {
  return inTransaction(async (tx) => {
    await waitAtMost(tx, waitMs);
    const { capacity } = await policyInForce(tx, dayOf(at));
    const locked = await lockSlots(tx, [officeId], { today: dayOf(at), otherwise: capacity.slots });
    const { slots } = locked.on(officeId, controlOn);
    const day = { officeId, controlOn, slots, randomShare: capacity.randomShare };
    const { moves, ordered } = await movesOfDay(tx, day, at);
    await lockCoverOfMoves(tx, moves, [], at);
    for (const because of ['ordered', 'worthier', 'freed'] as const) {
      const own = moves.filter((move) => reasonOf(move, ordered) === because);
      await moveSelected(tx, SYSTEM_ACTOR, own, { at, because });
    }
    return moves.filter(({ from }) => from === null).length;
  });
}

/** What made a move: whoever loses a control loses it to an officer's order of the same kind, or else to what is worth more. */
function reasonOf({ from, selection }: Moved, ordered: MovesOfDay['ordered']): MoveReason {
  const { control } = selection;
  const isLoss = from !== null && (control === null || CONTROL_TYPES.indexOf(control) < CONTROL_TYPES.indexOf(from));
  if (!isLoss) return 'freed';
  return ordered.has(from) ? 'ordered' : 'worthier';
}

type Wanting = { office_id: string; day: string; lane: ControlLane; is_drawn: boolean; waits: boolean };

/** Days on which a slot is free for somebody who waits or could have a better one, as a first look without any lock tells. */
async function daysWithRoom(at: Date): Promise<Day[]> {
  const today = dayOf(at);
  const { capacity } = await policyInForce(db(), today);
  const revisions = await revisionsByOffice(db(), null, today);
  if (revisions.size === 0 && !isLimited(capacity.slots)) return [];
  const { rows } = await db().execute<Wanting>(sql`
    select distinct s.office_id, s.control_on::text as day, s.is_drawn, s.outcome = 'no_capacity' as waits,
      case when s.lane_assigned = 'yellow' then 'yellow' else 'red' end as lane
    from ${selections} s
    join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.control_on >= ${today} and ${COMPETES_BY_WORTH}
      and ((s.outcome = 'no_capacity' and ${CAN_COME_BACK} and c.act_by_at > ${at.toISOString()}::timestamptz)
        or (s.outcome <> 'no_capacity' and s.control <> 'physical' and s.lane_assigned <> 'yellow' and ${IS_UNTOUCHED}))`);
  const places = new Map(
    rows.map(({ office_id, day }) => [slotKey(office_id, day), { officeId: office_id, controlOn: day }]),
  );
  const days = [...places].map(([key, { officeId, controlOn }]) => {
    const { slots } = slotsOn(revisions.get(officeId) ?? [], controlOn, capacity.slots);
    return { key, officeId, controlOn, slots };
  });
  const limited = days.filter(({ slots }) => isLimited(slots));
  const keys = limited.map(({ officeId, controlOn }) => ({ officeId, controlOn, controls: CONTROL_TYPES }));
  const occupants = await occupantsOf(db(), keys, { at, except: new Set() });
  return limited.flatMap(({ key, officeId, controlOn, slots }) => {
    const waiting = rows.flatMap(({ office_id, day, lane, is_drawn, waits }): Wish[] =>
      waits && office_id === officeId && day === controlOn ? [{ lane, isDrawn: is_drawn }] : [],
    );
    const isFree = hasRoom(slots, capacity.randomShare, occupants.get(key) ?? [], waiting);
    return isFree ? [{ officeId, controlOn }] : [];
  });
}
