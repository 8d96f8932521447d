import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { CAN_COME_BACK, GIVES_SLOT_BACK } from '@/db/queries/capacity/movable';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { slotsOn } from '@/lib/capacity/plan';
import { type Fixed, hasRoom } from '@/lib/capacity/settle';
import { isLimited } from '@/lib/capacity/slots';
import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { lockSlots } from './lock-slots';
import { type Moved, type MoveReason, moveSelected } from './move-selected';
import { type MovesOfDay, movesOfDay } from './moves-of-day';

type Day = { readonly officeId: string; readonly controlOn: string };

/**
 * Gives slots that came free, because what held them was withdrawn, sent to another office or decided without a control, to the
 * worthiest that was released for want of one and has not arrived. A day a transaction. Gives how many were given one.
 */
export async function refillSlots(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'intake.process');
  let given = 0;
  for (const day of await daysWithRoom(at)) given += await refill(day, at);
  return given;
}

async function refill({ officeId, controlOn }: Day, at: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const { capacity } = await policyInForce(tx, dayOf(at));
    const locked = await lockSlots(tx, [officeId], { today: dayOf(at), otherwise: capacity.slots });
    const { slots } = locked.on(officeId, controlOn);
    const day = { officeId, controlOn, slots, randomShare: capacity.randomShare };
    const { moves, ordered } = await movesOfDay(tx, day, at);
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

type Count = {
  office_id: string;
  day: string;
  control: ControlType | null;
  outcome: Fixed['outcome'] | 'no_capacity';
  consignments: number;
};

/** Days on which somebody waits and a slot is free, as a first look without any lock tells. */
async function daysWithRoom(at: Date): Promise<Day[]> {
  const today = dayOf(at);
  const { capacity } = await policyInForce(db(), today);
  const revisions = await revisionsByOffice(db(), null, today);
  if (revisions.size === 0 && !isLimited(capacity.slots)) return [];
  const { rows } = await db().execute<Count>(sql`
    with waits as (
      select distinct s.office_id, s.control_on from ${selections} s
      join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      where s.control_on >= ${today} and s.outcome = 'no_capacity'
        and ${CAN_COME_BACK} and c.act_by_at > ${at.toISOString()}::timestamptz)
    select s.office_id, s.control_on::text as day, s.control, s.outcome, count(*)::int as consignments
    from waits join ${selections} s on s.office_id = waits.office_id and s.control_on = waits.control_on
      and s.outcome in ('mandatory', 'random', 'ranked')
    join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where not ${GIVES_SLOT_BACK}
    group by s.office_id, s.control_on, s.control, s.outcome
    union all
    select office_id, control_on::text, null, 'no_capacity', 1 from waits`);
  const days = rows.filter(({ outcome }) => outcome === 'no_capacity');
  return days.flatMap(({ office_id: officeId, day: controlOn }) => {
    const { slots } = slotsOn(revisions.get(officeId) ?? [], controlOn, capacity.slots);
    const holding = rows.flatMap(({ office_id, day, control, outcome, consignments }): Fixed[] => {
      if (office_id !== officeId || day !== controlOn || control === null || outcome === 'no_capacity') return [];
      return Array.from({ length: consignments }, () => ({ control, outcome }));
    });
    return hasRoom(slots, capacity.randomShare, holding) ? [{ officeId, controlOn }] : [];
  });
}
