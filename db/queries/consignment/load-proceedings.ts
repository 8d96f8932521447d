import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { decisions, events, examinations, referrals, statedDuties } from '@/db/schema';
import type { Amount } from '@/lib/clearance/amount';
import { referralState } from '@/lib/clearance/referral-state';
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

/** Decisions, newest first. */
export async function loadDecisions(consignmentId: string, actorId: string): Promise<DecisionDetail[]> {
  const rows = await db()
    .select()
    .from(decisions)
    .where(eq(decisions.consignmentId, consignmentId))
    .orderBy(desc(decisions.decidedAt));
  return rows.map((row) => ({
    decisionId: row.decisionId,
    kind: row.kind,
    state: row.state,
    ground: row.ground,
    citation: row.citation,
    note: row.note,
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
    isOwn: row.decidedBy === actorId,
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
  }));
}
