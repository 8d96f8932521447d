import 'server-only';
import { and, asc, inArray, isNull, lt, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { keptSubmissions } from '@/db/queries/privacy/kept-submissions';
import { quarantinedRecords, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { eraseRefused, eraseSubmissions } from './erase-submissions';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';

const RECORDS_A_BATCH = 500;
const SUBMISSIONS_A_BATCH = 20;

/**
 * Erases what was sent of the oldest refused records whose period is over, open ones too: after so long nobody mends them. The last of
 * them gives none. One transaction, one audit row.
 */
export async function eraseRefusedDue(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'privacy.erase');
  const policy = await policyInForce(db(), dayOf(at));
  const period = policy.retention.get('submissions');
  if (!period) return 0;
  const before = new Date(`${addDays(dayOf(at), -period.days)}T00:00:00Z`);
  const { submissionId, recordNumber, quarantinedAt, settledAt } = quarantinedRecords;
  return inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const due = await tx
      .select({ submissionId, recordNumber })
      .from(quarantinedRecords)
      .where(
        and(
          isNull(quarantinedRecords.erasedAt),
          lt(quarantinedAt, before),
          sql`coalesce(${settledAt}, ${quarantinedAt}) < ${before}`,
        ),
      )
      .orderBy(asc(quarantinedAt), asc(submissionId), asc(recordNumber))
      .limit(RECORDS_A_BATCH);
    const erased = await eraseRefused(tx, actor, due, at);
    if (erased > 0) await noteBatch(tx, actor, { kind: 'refused_records', erased, policyVersion: policy.version }, at);
    return erased;
  });
}

type Sent = { readonly id: string; readonly receivedAt: Date };

/**
 * Erases the bytes of the next submissions of which nothing is kept any longer: their period is over, every consignment they brought or
 * named is erased, and so is every record that was refused. What is kept back is passed over. One transaction, one audit row.
 */
export async function eraseSubmissionsDue(
  actor: Actor,
  after: Sent | null,
  at = new Date(),
): Promise<{ readonly erased: number; readonly next: Sent | null }> {
  authorise(actor, 'privacy.erase');
  const policy = await policyInForce(db(), dayOf(at));
  const period = policy.retention.get('submissions');
  if (!period) return { erased: 0, next: null };
  const before = new Date(`${addDays(dayOf(at), -period.days)}T00:00:00Z`);
  const { id, receivedAt, partnerId } = submissions;
  const found = await db()
    .select({ id, receivedAt, partnerId })
    .from(submissions)
    .where(
      and(
        isNull(submissions.bytesErasedAt),
        inArray(submissions.status, ['finished', 'refused']),
        lt(receivedAt, before),
        after ? sql`(${receivedAt}, ${id}) > (${after.receivedAt}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(receivedAt), asc(id))
    .limit(SUBMISSIONS_A_BATCH);
  const next = found.length === SUBMISSIONS_A_BATCH ? (found.at(-1) ?? null) : null;
  if (found.length === 0) return { erased: 0, next };
  const erased = await inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const kept = await keptSubmissions(tx, found);
    const due = found.filter((one) => !kept.has(one.id)).map((one) => one.id);
    const gone = await eraseSubmissions(tx, due, at);
    if (gone > 0) await noteBatch(tx, actor, { kind: 'submissions', erased: gone, policyVersion: policy.version }, at);
    return gone;
  });
  return { erased, next };
}
