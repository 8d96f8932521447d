import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { decisions, events, examinations, proposalLooks, referrals, statedDuties } from '@/db/schema';
import type { Amount } from '@/lib/clearance/amount';
import { tellsProposal } from '@/lib/clearance/events';
import { referralState } from '@/lib/clearance/referral-state';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import type {
  DecisionDetail,
  EventDetail,
  ExaminationDetail,
  ReferralDetail,
  StatedDutyDetail,
} from './consignment-detail';
import type { RowKey } from './load-goods';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Questions to the partner in the order they were asked. */
export async function loadReferrals(consignmentId: string, at: Date): Promise<ReferralDetail[]> {
  const rows = await db()
    .select()
    .from(referrals)
    .where(eq(referrals.consignmentId, consignmentId))
    .orderBy(asc(referrals.askedAt));
  return rows.map((row) => ({
    referralId: row.referralId,
    type: row.type,
    question: row.question,
    dueAt: row.dueAt.toISOString(),
    state: referralState(row, at),
    askedByName: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    answer: row.answer,
    answeredByName: row.answeredByName,
    answeredAt: iso(row.answeredAt),
    answeredFrom: row.answeredFrom,
    withdrawnByName: row.withdrawnByName,
    withdrawnAt: iso(row.withdrawnAt),
    withdrawNote: row.withdrawNote,
  }));
}

/** Controls in the order they were ordered. */
export async function loadExaminations(
  consignmentId: string,
  amount: (minor: bigint) => Amount,
): Promise<ExaminationDetail[]> {
  const rows = await db()
    .select()
    .from(examinations)
    .where(eq(examinations.consignmentId, consignmentId))
    .orderBy(asc(examinations.orderedAt));
  return rows.map((row) => ({
    examinationId: row.examinationId,
    kind: row.kind,
    instruction: row.instruction,
    orderedByName: row.orderedByName,
    orderedAt: row.orderedAt.toISOString(),
    resultCode: row.resultCode,
    finding: row.finding,
    corrections: row.corrections,
    extraCharges: row.extraChargesMinor === null ? null : amount(row.extraChargesMinor),
    recordedByName: row.recordedByName,
    recordedAt: iso(row.recordedAt),
  }));
}

/** Stated duties in the order they were stated. */
export async function loadStatedDuties(
  consignmentId: string,
  amount: (minor: bigint) => Amount,
): Promise<StatedDutyDetail[]> {
  const rows = await db()
    .select()
    .from(statedDuties)
    .where(eq(statedDuties.consignmentId, consignmentId))
    .orderBy(asc(statedDuties.statedAt));
  return rows.map(({ dutyId, itemNumber, amountMinor, ground, extraChargesMinor, statedByName, statedAt }) => ({
    dutyId,
    itemNumber,
    amount: amount(amountMinor),
    ground,
    extraCharges: extraChargesMinor === null ? null : amount(extraChargesMinor),
    statedByName,
    statedAt: statedAt.toISOString(),
  }));
}

/**
 * Decisions, newest first. The ground of a proposal is told to who may second it only once that officer opened it: until then the own
 * view is formed of the goods alone.
 */
export async function loadDecisions(consignmentId: string, actor: Actor): Promise<DecisionDetail[]> {
  const [rows, opened] = await Promise.all([
    db().select().from(decisions).where(eq(decisions.consignmentId, consignmentId)).orderBy(desc(decisions.decidedAt)),
    can(actor, 'clearance.confirm')
      ? db()
          .select({ decisionId: proposalLooks.decisionId })
          .from(proposalLooks)
          .where(and(eq(proposalLooks.consignmentId, consignmentId), eq(proposalLooks.lookedBy, actor.id)))
      : null,
  ]);
  const isBlind = (row: typeof decisions.$inferSelect) =>
    row.state === 'proposed' &&
    row.decidedBy !== actor.id &&
    opened !== null &&
    !opened.some(({ decisionId }) => decisionId === row.decisionId);
  return rows.map((row) => ({
    decisionId: row.decisionId,
    kind: row.kind,
    state: row.state,
    told: isBlind(row) ? null : { ground: row.ground, citation: row.citation, note: row.note },
    fromStatus: row.fromStatus,
    version: row.version,
    decidedBy: row.decidedBy,
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt.toISOString(),
    secondBy: row.secondBy,
    batchId: row.batchId,
    secondByName: row.secondByName,
    secondAt: iso(row.secondAt),
    secondNote: row.secondNote,
    isOwn: row.decidedBy === actor.id,
    undoableUntil: null,
  }));
}

/** The timeline, newest first. */
export async function loadEvents(key: RowKey): Promise<EventDetail[]> {
  const rows = await db()
    .select()
    .from(events)
    .where(and(eq(events.consignmentId, key.consignmentId), eq(events.receivedOn, key.receivedOn)))
    .orderBy(desc(events.at), desc(events.eventId));
  return rows.map(({ eventId, at, kind, actorName, values }) => ({
    eventId,
    at: at.toISOString(),
    kind,
    actorName,
    values,
    isBlind: false,
  }));
}

/** The timeline to somebody who has not opened the proposal that waits: the line that tells it keeps its ground. */
export function withoutGround(timeline: readonly EventDetail[], all: readonly DecisionDetail[]): EventDetail[] {
  const blind = all.some(({ told }) => told === null) ? timeline.findIndex(({ kind }) => tellsProposal(kind)) : -1;
  return timeline.map((event, index) =>
    index === blind ? { ...event, values: { kind: event.values.kind ?? null }, isBlind: true } : event,
  );
}
