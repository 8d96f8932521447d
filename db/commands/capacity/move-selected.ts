import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { CAN_COME_BACK, IS_UNTOUCHED } from '@/db/queries/capacity/movable';
import { assessments, clearances, events, identities, selections } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import type { Selection } from '@/lib/capacity/select-day';
import { laneOfControl } from '@/lib/capacity/slots';
import type { EventKind } from '@/lib/clearance/events';
import type { ControlType } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';

/** A consignment that is here and goes to another control, gives its slot away, or is given one. */
export type Moved = {
  readonly id: string;
  readonly receivedOn: string;
  readonly from: ControlType | null;
  readonly selection: Selection;
};

/**
 * Makes those ours that may still be moved, in id order, and gives their ids: nobody has begun with what holds a slot, nothing has
 * arrived that was released without one. Nobody can claim them before the transaction ends.
 */
export async function lockMovable(tx: Tx, moves: readonly Moved[], at: Date): Promise<Set<string>> {
  if (moves.length === 0) return new Set();
  const ids = sql.param(moves.map(({ id }) => id).sort());
  const { rows } = await tx.execute<{ id: string }>(sql`
    update ${clearances} c set row_version = c.row_version
    from (select consignment_id, received_on from ${identities}
      where consignment_id = any(${ids}::uuid[]) order by consignment_id) i
    where c.consignment_id = i.consignment_id and c.received_on = i.received_on
      and (${IS_UNTOUCHED} or (${CAN_COME_BACK} and c.act_by_at > ${at.toISOString()}::timestamptz))
    returning c.consignment_id as id`);
  return new Set(rows.map(({ id }) => id));
}

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
 * made the place: something worth more, or a change of the slots.
 */
export async function moveSelected(
  tx: Tx,
  actor: Actor,
  moves: readonly Moved[],
  { at, because }: { readonly at: Date; readonly because: 'worthier' | 'slots' },
): Promise<void> {
  if (moves.length === 0) return;
  const keys = moves.map(({ id, receivedOn }) => ({ consignmentId: id, receivedOn }));
  const before = await ledgerEntries(tx, keys);
  const rows = await writeRows(tx, moves, at);
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
      kind: change.kind,
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
      own.map(({ id, row, kind }) => ({ consignmentId: id, reference: row.reference, event: kind, values: {}, at })),
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
        before: { lane: change.from === null ? 'blue' : laneOfControl(change.from) },
        after: { lane: change.selection.lane, status: change.row.status },
        rowVersion: change.row.row_version - 1,
        because,
        from: change.from,
        to: change.selection.control,
      },
    })),
    at,
  );
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

/** The row goes where its control puts it; what is selected again bears the reason its assessment gave. */
async function writeRows(tx: Tx, moves: readonly Moved[], at: Date): Promise<Map<string, Row>> {
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
  }));
  const wanted = sql`json_to_recordset(${JSON.stringify(asked)}::json)
    as k(id uuid, day date, lane text, control text, outcome text, rank integer, places integer, inclusion numeric)`;
  const { rows } = await tx.execute<Row>(sql`
    update ${clearances} c set row_version = c.row_version + 1, lane_effective = k.lane,
      selection_reason = case when k.outcome in ('random', 'no_capacity') then k.outcome else a.selection_reason end,
      status = case when k.control is null then 'released' else 'selected' end,
      released_at = case when k.control is null then ${now} end, transmitted_at = case when k.control is null then ${now} end
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
