import 'server-only';
import { and, asc, inArray, isNull, lt, sql } from 'drizzle-orm';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { keepFacts } from '@/db/queries/privacy/keep-facts';
import { keptSubmissions } from '@/db/queries/privacy/kept-submissions';
import { identities, quarantinedRecords, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { keptBackBy } from '@/lib/privacy/retention';
import { eraseRefused, eraseSubmissions } from './erase-submissions';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';

const RECORDS_A_BATCH = 500;
const SUBMISSIONS_A_BATCH = 20;

type RefusedRecord = { readonly submissionId: string; readonly recordNumber: number; readonly quarantinedAt: Date };

/**
 * Erases what was sent of the next refused records whose period is over, open ones too: after so long nobody mends them. Those of a
 * consignment that something keeps back are passed over, since they say of the same people. One transaction, one audit row.
 */
export async function eraseRefusedDue(
  actor: Actor,
  after: RefusedRecord | null,
  at = new Date(),
): Promise<{ readonly erased: number; readonly next: RefusedRecord | null }> {
  authorise(actor, 'privacy.erase');
  const policy = await policyInForce(db(), dayOf(at));
  const period = policy.retention.get('submissions');
  if (!period) return { erased: 0, next: null };
  const before = new Date(`${addDays(dayOf(at), -period.days)}T00:00:00Z`);
  const { submissionId, recordNumber, partnerId, reference, quarantinedAt, settledAt } = quarantinedRecords;
  const found = await db()
    .select({ submissionId, recordNumber, partnerId, reference, quarantinedAt })
    .from(quarantinedRecords)
    .where(
      and(
        isNull(quarantinedRecords.erasedAt),
        lt(quarantinedAt, before),
        sql`coalesce(${settledAt}, ${quarantinedAt}) < ${before}`,
        after
          ? sql`(${quarantinedAt}, ${submissionId}, ${recordNumber}) > (${after.quarantinedAt}, ${after.submissionId}::uuid, ${after.recordNumber})`
          : undefined,
      ),
    )
    .orderBy(asc(quarantinedAt), asc(submissionId), asc(recordNumber))
    .limit(RECORDS_A_BATCH);
  const next = found.length === RECORDS_A_BATCH ? (found.at(-1) ?? null) : null;
  // What is kept back is found without a lock.
  const likely = await ofNothingKept(db(), found);
  if (likely.length === 0) return { erased: 0, next };
  const erased = await inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    await lockClearances(tx, likely.flatMap(consignmentOf));
    const gone = await eraseRefused(tx, actor, await ofNothingKept(tx, likely), at);
    if (gone > 0)
      await noteBatch(tx, actor, { kind: 'refused_records', erased: gone, policyVersion: policy.version }, at);
    return gone;
  });
  return { erased, next };
}

type Refused = { readonly partnerId: string; readonly reference: string | null };

const consignmentOf = ({ partnerId, reference }: Refused): string[] =>
  reference === null ? [] : [consignmentIdOf(partnerId, reference)];

/** Those of no consignment that something keeps back; one that was never lodged is kept by nothing. */
async function ofNothingKept<One extends Refused>(from: Executor, records: readonly One[]): Promise<One[]> {
  const ids = [...new Set(records.flatMap(consignmentOf))];
  if (ids.length === 0) return [...records];
  const { consignmentId, receivedOn } = identities;
  const rows = await from.select({ consignmentId, receivedOn }).from(identities).where(inArray(consignmentId, ids));
  const facts = await keepFacts(from, rows);
  return records.filter((record) =>
    consignmentOf(record).every((id) => {
      const own = facts.get(id);
      return own === undefined || keptBackBy(own.open) === null;
    }),
  );
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
  const keptNow = await keptSubmissions(db(), found);
  const likely = found.filter((one) => !keptNow.has(one.id));
  if (likely.length === 0) return { erased: 0, next };
  const erased = await inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const kept = await keptSubmissions(tx, likely);
    const due = likely.filter((one) => !kept.has(one.id)).map((one) => one.id);
    const gone = await eraseSubmissions(tx, due, at);
    if (gone > 0) await noteBatch(tx, actor, { kind: 'submissions', erased: gone, policyVersion: policy.version }, at);
    return gone;
  });
  return { erased, next };
}
