import 'server-only';
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, referrals, submissions } from '@/db/schema';
import { type ToldStatus, toldStatus } from '@/lib/clearance/told-status';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** A line of the partner's own list: nothing of how customs judges the consignment. Instants are ISO text. */
export type TrackedRow = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly sentAt: string;
  readonly expectedArrivalAt: string;
  readonly status: ToldStatus;
  readonly openHolds: number;
  readonly openReferrals: number;
};
export type OpenQuestion = { readonly referralId: string; readonly reference: string; readonly type: string } & {
  readonly dueAt: string;
};
export type TrackedPage = {
  readonly rows: readonly TrackedRow[];
  readonly next: string | null;
  /** Unanswered questions of customs, the most urgent first. */
  readonly questions: readonly OpenQuestion[];
};

const PAGE = 50;

/**
 * The partner's consignments, last sent first, in key-set pages; `after` is the `next` of the page before. The list tells nothing
 * that could still be taken back, so reading it closes no decision. @throws NotFoundError for an actor without a partner
 */
export async function listTracked(actor: Actor, after: string | null, at = new Date()): Promise<TrackedPage> {
  authorise(actor, 'consignment.track');
  const { partnerId } = actor;
  if (!partnerId) throw new NotFoundError('partner');
  const [{ undoMinutes }, found, questions] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    pageOf(partnerId, after),
    openQuestions(partnerId),
  ]);
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    rows: page.map(({ clearance, sentAt }) => ({
      consignmentId: clearance.consignmentId,
      reference: clearance.reference,
      sentAt: sentAt.toISOString(),
      expectedArrivalAt: clearance.actByAt.toISOString(),
      status: toldStatus(clearance, undoMinutes, at),
      openHolds: clearance.openHolds,
      openReferrals: clearance.openReferrals,
    })),
    next: last ? `${last.submissionId}_${last.clearance.consignmentId}` : null,
    questions,
  };
}

/** From the partner's newest submissions to what each brought: both steps are looks into an index. */
function pageOf(partnerId: string, after: string | null) {
  return db()
    .select({ clearance: clearances, sentAt: submissions.receivedAt, submissionId: submissions.id })
    .from(submissions)
    .innerJoin(consignments, eq(consignments.submissionId, submissions.id))
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, consignments.consignmentId), eq(clearances.receivedOn, consignments.receivedOn)),
    )
    .where(and(eq(submissions.partnerId, partnerId), eq(consignments.partnerId, partnerId), beyond(after)))
    .orderBy(sql`${submissions.receivedAt} desc nulls first`, asc(submissions.id), asc(consignments.consignmentId))
    .limit(PAGE + 1);
}

/** Rows after the cursor. The instant is read from the submission itself: in the address it would lose its microseconds. */
function beyond(after: string | null): SQL | undefined {
  const [submissionId = '', consignmentId = ''] = (after ?? '').split('_');
  if (!isUuid(submissionId) || !isUuid(consignmentId)) return undefined;
  const instant = sql`(select s.received_at from intake.submissions s where s.id = ${submissionId}::uuid)`;
  return sql`(${submissions.receivedAt} < ${instant} or (${submissions.receivedAt} = ${instant}
    and (${submissions.id}, ${consignments.consignmentId}) > (${submissionId}::uuid, ${consignmentId}::uuid)))`;
}

async function openQuestions(partnerId: string): Promise<OpenQuestion[]> {
  const rows = await db()
    .select({ referral: referrals, reference: clearances.reference })
    .from(referrals)
    .innerJoin(clearances, eq(clearances.consignmentId, referrals.consignmentId))
    .where(and(eq(referrals.partnerId, partnerId), eq(clearances.partnerId, partnerId), isNull(referrals.answeredAt)))
    .orderBy(asc(referrals.dueAt), desc(referrals.referralId))
    .limit(PAGE);
  return rows.map(({ referral, reference }) => ({
    referralId: referral.referralId,
    reference,
    type: referral.type,
    dueAt: referral.dueAt.toISOString(),
  }));
}
