import 'server-only';
import { and, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { grouped as appealsFrom } from '@/db/queries/appeals/load-appeals';
import {
  appealActs,
  clearances,
  consignments,
  demands,
  legalHolds,
  postAudits,
  postings,
  reservations,
} from '@/db/schema';
import { isWithoutOutcome, KEPT_STATUSES, type Status } from '@/lib/clearance/transitions';
import type { LastDone, Open } from '@/lib/privacy/retention';

export type Row = { readonly consignmentId: string; readonly receivedOn: string };
export type KeepFacts = { readonly done: LastDone; readonly open: Open };

/**
 * What the keeping of some consignments hangs on: when the last was done to each, and what is open of it. A look into each table for all of
 * them. For who has authorised; consignments that are not there are left out.
 */
export async function keepFacts(from: Executor, rows: readonly Row[]): Promise<ReadonlyMap<string, KeepFacts>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ consignmentId }) => consignmentId);
  const days = [...new Set(rows.map(({ receivedOn }) => receivedOn))];
  // One after the other: within a transaction there is one connection.
  const data = await from
    .select({
      id: consignments.consignmentId,
      updatedAt: consignments.updatedAt,
      senderKey: consignments.senderKey,
      recipientKey: consignments.recipientKey,
    })
    .from(consignments)
    .where(and(inArray(consignments.consignmentId, ids), inArray(consignments.receivedOn, days)));
  const standing = await from
    .select({
      ...{ id: clearances.consignmentId, receivedOn: clearances.receivedOn, status: clearances.status },
      ...{ decidedAt: clearances.decidedAt, releasedAt: clearances.releasedAt, openHolds: clearances.openHolds },
    })
    .from(clearances)
    .where(and(inArray(clearances.consignmentId, ids), inArray(clearances.receivedOn, days)));
  const appeals = await from
    .select()
    .from(appealActs)
    .where(inArray(appealActs.consignmentId, ids))
    .orderBy(appealActs.number);
  const audits = await from
    .select({ id: postAudits.consignmentId, closedAt: postAudits.closedAt })
    .from(postAudits)
    .where(inArray(postAudits.consignmentId, ids));
  const booked = await from
    .select({ id: postings.subjectId, on: sql<string>`max(${postings.bookedOn})::text` })
    .from(postings)
    .where(inArray(postings.subjectId, ids))
    .groupBy(postings.subjectId);
  const unpaid = await from
    .select({ id: demands.consignmentId })
    .from(demands)
    .where(and(inArray(demands.consignmentId, ids), isNull(demands.settledAt)));
  const reserved = await from
    .select({ id: reservations.consignmentId })
    .from(reservations)
    .where(inArray(reservations.consignmentId, ids));
  const isHeld = await heldOf(from, data);
  const keyed = new Map(data.map((row) => [row.id, row]));
  const acts = byId(appeals, ({ consignmentId }) => consignmentId);
  const audited = byId(audits, ({ id }) => id);
  const postedOn = new Map(booked.map(({ id, on }) => [id, on]));
  const owing = new Set([...unpaid, ...reserved].map(({ id }) => id));
  return new Map(
    standing.flatMap(({ id, receivedOn, status, decidedAt, releasedAt, openHolds }) => {
      const row = keyed.get(id);
      if (!row) return [];
      const disputes = appealsFrom(acts.get(id) ?? []);
      const closed = disputes.flatMap(({ state, acts: all }) =>
        state === 'open' ? [] : [all.at(-1)?.happenedOn ?? ''],
      );
      const checks = audited.get(id) ?? [];
      const ends = checks.flatMap(({ closedAt }) => (closedAt ? [closedAt.getTime()] : []));
      const done: LastDone = {
        ...{ receivedOn, updatedAt: row.updatedAt, decidedAt, releasedAt },
        appealClosedOn: closed.sort().at(-1) ?? null,
        auditClosedAt: ends.length > 0 ? new Date(Math.max(...ends)) : null,
        postedOn: postedOn.get(id) ?? null,
      };
      const open: Open = {
        legal_hold: isHeld(row),
        undecided: isUndecided(status),
        hold: openHolds > 0,
        appeal: disputes.some(({ state }) => state === 'open'),
        audit: checks.some(({ closedAt }) => closedAt === null),
        money: owing.has(id),
      };
      return [[id, { done, open }]];
    }),
  );
}

/** Goods that customs still keeps are not decided for good, and those seized are kept until they are destroyed or given back. */
const isUndecided = (status: Status): boolean =>
  isWithoutOutcome(status) || status === 'seized' || (KEPT_STATUSES as readonly Status[]).includes(status);

type Keyed = { readonly id: string; readonly senderKey: string; readonly recipientKey: string };

/** Whether a legal hold in force is on one of its parties, or was placed at it: of whomever, since new data may name another party. */
async function heldOf(from: Executor, rows: readonly Keyed[]): Promise<(row: Keyed) => boolean> {
  if (rows.length === 0) return () => false;
  const { consignmentId, partyKey, subject } = legalHolds;
  const keys = rows.flatMap(({ senderKey, recipientKey }) => [senderKey, recipientKey]);
  const held = await from
    .select({ consignmentId, partyKey, subject })
    .from(legalHolds)
    .where(
      and(
        isNull(legalHolds.liftedAt),
        or(
          inArray(
            consignmentId,
            rows.map(({ id }) => id),
          ),
          inArray(partyKey, keys),
        ),
      ),
    );
  const inForce = new Set(
    held.flatMap((one) => [`at ${one.consignmentId}`, ...(one.partyKey ? [`${one.subject} ${one.partyKey}`] : [])]),
  );
  return ({ id, senderKey, recipientKey }) =>
    inForce.has(`at ${id}`) || inForce.has(`sender ${senderKey}`) || inForce.has(`recipient ${recipientKey}`);
}

function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(idOf(row), [...(grouped.get(idOf(row)) ?? []), row]);
  return grouped;
}
