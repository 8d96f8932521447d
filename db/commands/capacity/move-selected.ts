import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { endAudits } from '@/db/commands/post-audit/end-audits';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import type { DayPoolRows } from '@/db/queries/capacity/day-pool';
import { CAN_COME_BACK, IS_UNTOUCHED } from '@/db/queries/capacity/movable';
import type { SeenSelection } from '@/db/queries/capacity/occupants';
import { assessments, clearances, events, identities, selections } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import type { Move } from '@/lib/capacity/select-day';
import { laneOfControl } from '@/lib/capacity/slots';
import type { EventKind } from '@/lib/clearance/events';
import type { Actor } from '@/lib/identity/actor';
import { unpaidAmong } from './unpaid-moves';

/** A consignment that is here and goes to another control, gives its slot away, or is given one; with its selection as it was read. */
export type Moved = Move & SeenSelection & { readonly officeId: string; readonly controlOn: string };

/** Of consignments that were asked for: those that are ours until the transaction ends, and those selected anew since they were read. */
export type Locked = { readonly ours: ReadonlySet<string>; readonly elsewhere: ReadonlySet<string> };

/** The moves of an office and day, each with what was read of it. */
export function movedOf(
  slot: { readonly officeId: string; readonly controlOn: string },
  pool: DayPoolRows,
  moves: readonly Move[],
): Moved[] {
  const seen = new Map([...pool.occupants, ...pool.waiting].map((one) => [one.id, one]));
  return moves.flatMap((move): Moved[] => {
    const row = seen.get(move.id);
    if (!row) return [];
    return [{ ...move, ...slot, receivedOn: row.receivedOn, version: row.version }];
  });
}

/** The pool without what went elsewhere; what was begun with in the very moment keeps the slot, what arrived waits no more. */
export function withoutLost(
  pool: DayPoolRows,
  lost: { readonly begun: ReadonlySet<string>; readonly elsewhere: ReadonlySet<string> },
): DayPoolRows {
  const isHere = ({ id }: { readonly id: string }) => !lost.elsewhere.has(id);
  return {
    occupants: pool.occupants
      .filter(isHere)
      .map((one) => (lost.begun.has(one.id) ? { ...one, isMovable: false } : one)),
    waiting: pool.waiting.filter((one) => isHere(one) && !lost.begun.has(one.id)),
  };
}

/**
 * Makes those ours that may still be moved, in id order: nobody has begun with what holds a slot, nothing has arrived that was released
 * without one, and the selection is the one that was read. Nobody can claim or select them before the transaction ends.
 */
export async function lockMovable(tx: Tx, moves: readonly Moved[], at: Date): Promise<Locked> {
  if (moves.length === 0) return { ours: new Set(), elsewhere: new Set() };
  const ids = sql.param(moves.map(({ id }) => id).sort());
  const { rows } = await tx.execute<{ id: string }>(sql`
    update ${clearances} c set row_version = c.row_version
    from (select consignment_id, received_on from ${identities}
      where consignment_id = any(${ids}::uuid[]) order by consignment_id) i
    where c.consignment_id = i.consignment_id and c.received_on = i.received_on
      and (${IS_UNTOUCHED} or (${CAN_COME_BACK} and c.act_by_at > ${at.toISOString()}::timestamptz))
    returning c.consignment_id as id`);
  // In a statement of its own: whoever held the row may have selected it anew, and only who holds the row writes the selection.
  const asRead = await stillAsRead(tx, moves);
  const locked = new Set(rows.map(({ id }) => id));
  return {
    ours: new Set([...locked].filter((id) => asRead.has(id))),
    elsewhere: new Set(moves.flatMap(({ id }) => (asRead.has(id) ? [] : [id]))),
  };
}

/** Those whose selection is the one that was read: the same office, day, version and control, given by worth or for want of a slot. */
async function stillAsRead(tx: Tx, moves: readonly Moved[]): Promise<Set<string>> {
  const seen = moves.map(({ id, receivedOn, officeId, controlOn, version, from }) => ({
    ...{ id, received: receivedOn, office: officeId, day: controlOn, version, control: from },
  }));
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.consignment_id as id
    from json_to_recordset(${JSON.stringify(seen)}::json)
      as k(id uuid, received date, office text, day date, version integer, control text)
    join ${selections} s on s.consignment_id = k.id and s.received_on = k.received and s.office_id = k.office
      and s.control_on = k.day and s.version = k.version and s.control is not distinct from k.control
    where s.outcome in ('ranked', 'no_capacity')
      or (s.outcome = 'mandatory' and s.floor = 'yellow' and s.control = 'documents')`);
  return new Set(rows.map(({ id }) => id));
}

export type MoveReason = 'worthier' | 'slots' | 'freed' | 'ordered';

type Row = {
  id: string;
  received_on: string;
  reference: string;
  partner_id: string;
  office_id: string;
  row_version: number;
  status: string;
};

/**
 * Moves consignments that `lockMovable` gave: row, selection, timeline, audit, statistics and partner. `because` says what took or
 * made the place: something worth more, a change of the slots, a slot that came free, or the order of an officer.
 */
export async function moveSelected(
  tx: Tx,
  actor: Actor,
  moves: readonly Moved[],
  { at, because }: { readonly at: Date; readonly because: MoveReason },
): Promise<void> {
  if (moves.length === 0) return;
  const keys = moves.map(({ id, receivedOn }) => ({ consignmentId: id, receivedOn }));
  const before = await ledgerEntries(tx, keys);
  const unpaid = await unpaidAmong(tx, moves, at);
  const rows = await writeRows(tx, moves, unpaid, at);
  if (rows.size !== moves.length) throw new Error('a consignment that was locked could not be moved');
  const changes = moves.flatMap((move) => {
    const row = rows.get(move.id);
    return row ? [{ ...move, row, kind: kindOf(move) }] : [];
  });
  const values = ({ from, selection }: Moved) => ({
    because,
    from,
    to: selection.control,
    rank: selection.rank,
    places: selection.places,
  });
  await copySet(
    tx,
    events,
    changes.map((change) => ({
      consignmentId: change.id,
      receivedOn: change.receivedOn,
      eventId: randomUUID(),
      at,
      kind: toldAs(change.kind, unpaid.has(change.id)),
      actorId: actor.id,
      actorName: actor.name,
      values: values(change),
    })),
  );
  for (const partnerId of new Set(changes.map(({ row }) => row.partner_id))) {
    const own = changes.filter(({ row }) => row.partner_id === partnerId);
    await tellPartner(
      tx,
      partnerId,
      own.map(({ id, row, kind }) => ({
        consignmentId: id,
        reference: row.reference,
        event: toldAs(kind, unpaid.has(id)),
        values: {},
        at,
      })),
    );
  }
  await writeAudits(
    tx,
    actor,
    changes.map((change) => ({
      action: `clearance.${change.kind}` as const,
      subjectType: 'consignment' as const,
      subjectId: change.id,
      officeId: change.row.office_id,
      details: {
        before:
          change.from === null
            ? { lane: 'blue', status: 'released' }
            : { lane: laneOfControl(change.from), status: 'selected' },
        after: { lane: change.selection.lane, status: change.row.status },
        rowVersion: change.row.row_version - 1,
        because,
        from: change.from,
        to: change.selection.control,
      },
    })),
    at,
  );
  const back = changes.filter(({ kind }) => kind === 'given_slot').map(({ id }) => id);
  await endAudits(tx, actor, back, 'given_slot', at);
  const after = await ledgerEntries(tx, keys);
  await recordChanges(
    tx,
    keys.map(({ consignmentId }) => ({
      before: before.get(consignmentId) ?? null,
      after: after.get(consignmentId) ?? null,
    })),
  );
}

function kindOf({ from, selection }: Moved): Extract<EventKind, 'gave_way' | 'given_slot' | 'control_changed'> {
  if (selection.control === null) return 'gave_way';
  return from === null ? 'given_slot' : 'control_changed';
}

/** Without its slot it would leave, and may wait for its payment all the same. */
const toldAs = (kind: ReturnType<typeof kindOf>, isUnpaid: boolean): EventKind =>
  kind === 'gave_way' && isUnpaid ? 'payment_awaited' : kind;

/**
 * The row goes where its control puts it; what is selected again bears the reason its assessment gave, or, where newer data call for
 * nothing, the one it was selected for.
 */
async function writeRows(
  tx: Tx,
  moves: readonly Moved[],
  unpaid: ReadonlySet<string>,
  at: Date,
): Promise<Map<string, Row>> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const asked = moves.map(({ id, receivedOn, selection }) => ({
    id,
    day: receivedOn,
    lane: selection.lane,
    control: selection.control,
    outcome: selection.outcome,
    rank: selection.rank,
    places: selection.places,
    inclusion: selection.inclusionProbability,
    unpaid: unpaid.has(id),
  }));
  const wanted = sql`json_to_recordset(${JSON.stringify(asked)}::json)
    as k(id uuid, day date, lane text, control text, outcome text, rank integer, places integer, inclusion numeric, unpaid boolean)`;
  const { rows } = await tx.execute<Row>(sql`
    update ${clearances} c set row_version = c.row_version + 1, lane_effective = k.lane,
      selection_reason = case when k.outcome in ('random', 'no_capacity') then k.outcome
        when k.control is null or a.selection_reason <> 'none' then a.selection_reason
        when c.selection_reason in ('none', 'no_capacity') then 'score' else c.selection_reason end,
      status = case when k.control is not null then 'selected' when k.unpaid then 'awaiting_payment' else 'released' end,
      released_at = case when k.control is null and not k.unpaid then ${now} end, transmitted_at = case when k.control is null then ${now} end
    from ${wanted}
    join ${selections} s on s.consignment_id = k.id and s.received_on = k.day
    join ${assessments} a on a.consignment_id = k.id and a.received_on = k.day and a.version = s.version
    where c.consignment_id = k.id and c.received_on = k.day
    returning c.consignment_id as id, c.received_on::text, c.reference, c.partner_id, c.office_id, c.row_version, c.status`);
  await tx.execute(sql`
    update ${selections} s set control = k.control, outcome = k.outcome, rank = k.rank, places = k.places,
      inclusion_probability = k.inclusion, decided_at = ${now}
    from ${wanted}
    where s.consignment_id = k.id and s.received_on = k.day`);
  return new Map(rows.map((row) => [row.id, row]));
}
