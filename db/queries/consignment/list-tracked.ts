import 'server-only';
import { and, asc, desc, eq, gt, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, referrals, submissions } from '@/db/schema';
import { type Told, type ToldStatus, toldStatus } from '@/lib/clearance/told-status';
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
  /** Until when customs may take the decision back; null once it is final. */
  readonly mayChangeUntil: string | null;
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
 * The partner's consignments, last sent first, in key-set pages; `after` is the `next` of the page before. A decision that
 * can still be taken back is told as such, so reading the list closes none. @throws NotFoundError for an actor without a partner
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
      ...told(toldStatus(clearance, undoMinutes, at)),
      openHolds: clearance.openHolds,
      openReferrals: clearance.openReferrals,
    })),
    next: last ? `${last.submissionId}_${last.clearance.consignmentId}` : null,
    questions,
  };
}

const told = ({ status, mayChangeUntil }: Told) => ({
  status,
  mayChangeUntil: mayChangeUntil?.toISOString() ?? null,
});

/** Submissions looked at in one step; what they brought is mostly more than a page. */
const SUBMISSIONS_PER_STEP = 100;

type Sent = { readonly id: string; readonly receivedAt: Date; readonly brought: number };

/**
 * From the partner's newest submissions to what each brought: both steps are looks into an index. They are two statements, since
 * submissions and consignments need not lie on the same shard, and repeated while amendments have emptied what was looked at.
 */
async function pageOf(partnerId: string, after: string | null) {
  const cursor = cursorOf(after);
  const found: { clearance: typeof clearances.$inferSelect; sentAt: Date; submissionId: string }[] = [];
  for (let from = cursor?.submissionId ?? null, isFirst = true; found.length <= PAGE; isFirst = false) {
    const step = await submissionsFrom(partnerId, from, isFirst);
    const wanted = enough(step, PAGE + 1 - found.length);
    if (wanted.length === 0) break;
    found.push(...(await broughtBy(partnerId, wanted, isFirst ? cursor : null, PAGE + 1 - found.length)));
    from = wanted.at(-1)?.id ?? null;
  }
  return found;
}

/** The fewest of the submissions that brought as many consignments as are wanted. */
function enough(step: readonly Sent[], most: number): readonly Sent[] {
  let brought = 0;
  let end = 0;
  for (; end < step.length && brought < most; end += 1) brought += step[end]?.brought ?? 0;
  return step.slice(0, end);
}

/** Submissions of the partner from one on, itself included or not; null: from the newest on. */
function submissionsFrom(partnerId: string, from: string | null, isIncluded: boolean): Promise<Sent[]> {
  return db()
    .select({
      id: submissions.id,
      receivedAt: submissions.receivedAt,
      brought: sql<number>`${submissions.recordsAccepted} + ${submissions.recordsUpdated}`,
    })
    .from(submissions)
    .where(and(eq(submissions.partnerId, partnerId), from === null ? undefined : beyond(from, isIncluded)))
    .orderBy(sql`${submissions.receivedAt} desc nulls first`, asc(submissions.id))
    .limit(SUBMISSIONS_PER_STEP);
}

/** Submissions after one in the order of the list. Its instant is read from itself: in the address it would lose its microseconds. */
function beyond(from: string, isIncluded: boolean): SQL {
  const instant = sql`(select s.received_at from intake.submissions s where s.id = ${from}::uuid)`;
  const later = isIncluded ? gte(submissions.id, from) : gt(submissions.id, from);
  return sql`${submissions.receivedAt} <= ${instant} and (${submissions.receivedAt} < ${instant} or ${later})`;
}

async function broughtBy(partnerId: string, sent: readonly Sent[], cursor: Cursor | null, most: number) {
  const ids = sent.map(({ id }) => id);
  const place = sql`array_position(${sql.param(ids)}::uuid[], ${consignments.submissionId})`;
  const rows = await db()
    .select({ clearance: clearances, submissionId: consignments.submissionId })
    .from(consignments)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, consignments.consignmentId), eq(clearances.receivedOn, consignments.receivedOn)),
    )
    .where(
      and(
        inArray(consignments.submissionId, ids),
        eq(consignments.partnerId, partnerId),
        cursor
          ? or(ne(consignments.submissionId, cursor.submissionId), gt(consignments.consignmentId, cursor.consignmentId))
          : undefined,
      ),
    )
    .orderBy(place, asc(consignments.consignmentId))
    .limit(most);
  const sentAt = new Map(sent.map(({ id, receivedAt }) => [id, receivedAt]));
  return rows.flatMap((row) => {
    const at = sentAt.get(row.submissionId);
    return at ? [{ ...row, sentAt: at }] : [];
  });
}

type Cursor = { readonly submissionId: string; readonly consignmentId: string };

function cursorOf(after: string | null): Cursor | null {
  const [submissionId = '', consignmentId = ''] = (after ?? '').split('_');
  return isUuid(submissionId) && isUuid(consignmentId) ? { submissionId, consignmentId } : null;
}

async function openQuestions(partnerId: string): Promise<OpenQuestion[]> {
  const rows = await db()
    .select({ referral: referrals, reference: clearances.reference })
    .from(referrals)
    .innerJoin(clearances, eq(clearances.consignmentId, referrals.consignmentId))
    .where(and(eq(referrals.partnerId, partnerId), eq(clearances.partnerId, partnerId), IS_OPEN_REFERRAL))
    .orderBy(asc(referrals.dueAt), desc(referrals.referralId))
    .limit(PAGE);
  return rows.map(({ referral, reference }) => ({
    referralId: referral.referralId,
    reference,
    type: referral.type,
    dueAt: referral.dueAt.toISOString(),
  }));
}
