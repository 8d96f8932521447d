import 'server-only';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { lockSlots } from '@/db/commands/capacity/lock-slots';
import { releaseWaitingOf } from '@/db/commands/collection/release-covered';
import { tellFinished } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { stagedRows, submissions, users } from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { assessBatch } from './assess-batch';
import { assignOffices } from './assign-offices';
import { LeaseLostError } from './lease-lost';
import { setOtherOfficesApart } from './other-office';
import { setOvertakenApart } from './overtaken';
import { platformOf } from './platform-of';
import type { ReadBatch } from './read-batch';
import { resolveBatch } from './resolve-batch';
import { saveQuality } from './save-quality';
import { selectBatch } from './select-batch';
import { settleEarlier } from './settle-earlier';
import { GOES_ON } from './stage-submission';
import { lockStandings } from './standing';
import { withdrawSet } from './withdraw-set';
import { writeBatch } from './write-batch';
import { writeQuarantine } from './write-quarantine';
import { writeVersionless } from './write-versionless';

type Submission = typeof submissions.$inferSelect;

/**
 * Turns records that were read after a submission's cursor into consignments: one transaction, keyed by that cursor, so that a
 * crash leaves either all of the batch or none of it. Returns the submission as it stands afterwards.
 * @throws LeaseLostError when the cursor is not where this worker left it
 */
export async function processBatch(
  actor: Actor,
  submission: Submission,
  read: ReadBatch,
  { worker, doneAt }: { readonly worker: string; readonly doneAt: Date },
): Promise<Submission> {
  authorise(actor, 'intake.process');
  if (read.after !== submission.processedRecord)
    throw new LeaseLostError(`submission ${submission.id} was read elsewhere`);
  await releaseWaitingOf(submission.partnerId, doneAt);
  return inTransaction(
    async (tx) => {
      const { receivedAt } = submission;
      const receivedOn = dayOf(receivedAt);
      // Before any row is locked, in this order by everybody.
      const policy = await policyInForce(tx, receivedOn);
      const offices = read.acts.length > 0 ? null : read.good.map(({ record }) => record.office);
      const slots = await lockSlots(tx, offices, { today: receivedOn, otherwise: policy.capacity.slots });
      const batch = await resolveBatch(tx, read, submission.partnerId);
      const { changed: differing, standings } = await lockStandings(tx, batch.good, submission.partnerId, receivedOn);
      const { current, overtaken } = await setOvertakenApart(tx, submission, differing, standings);
      const wishes = { records: current, cancels: batch.cancels, standings };
      const { records: changed, cancels, elsewhere } = await setOtherOfficesApart(tx, submission, wishes);
      const updated = changed.filter((good) => standings.has(good.consignmentId)).length;

      const before = await ledgerEntries(tx, [...standings.values()]);
      const platform = await platformOf(tx, submission.partnerId);
      const { assessed, histories } = await assessBatch(tx, changed, standings, {
        receivedAt,
        partnerId: submission.partnerId,
        platform,
      });
      const context = { submissionId: submission.id, partnerId: submission.partnerId, receivedAt, receivedOn };
      // Before slots are given: what is withdrawn gives its slot back, and is not moved out of it under the withdrawal.
      const withdrawn = cancels.filter((cancel) => !cancel.isDone);
      await withdrawSet(tx, actor, withdrawn, histories, {
        submissionId: submission.id,
        partnerId: submission.partnerId,
        way: 'message',
        by: 'partner',
        at: receivedAt,
        doneAt,
      });
      const selected = await selectBatch(tx, assessed, standings, {
        ...{ slots, receivedAt, doneAt },
        partnerId: submission.partnerId,
      });
      const sentAgainBy = await whoSentAgain(tx, submission);
      await writeBatch(tx, actor, selected, standings, { ...context, sentAgainBy });
      const late = [...overtaken, ...elsewhere];
      const refused = [...batch.bad, ...late];
      const lateNumbers = new Set(late.map(({ recordNumber }) => recordNumber));
      const taken = batch.good.filter(({ recordNumber }) => !lateNumbers.has(recordNumber));
      const isOfActs = read.acts.length > 0;
      await writeQuarantine(tx, refused, submission, { at: receivedAt, isOfActs });
      const settledOffices = await settleEarlier(tx, actor, submission, { taken, refused, isOfActs, doneAt });
      await assignOffices(tx, submission.id, [
        ...settledOffices,
        ...batch.good.map(({ record }) => record.office),
        ...cancels.map(({ standing }) => standing.clearance.officeId),
        ...batch.bad.map(({ officeId }) => officeId),
      ]);
      const differs = new Set(differing);
      const unchanged = batch.good.filter((good) => !differs.has(good));
      await writeVersionless(tx, unchanged, cancels, submission.id);
      await histories.save(tx);
      const touched = changed.map(({ consignmentId }) => ({
        consignmentId,
        receivedOn: standings.get(consignmentId)?.receivedOn ?? receivedOn,
      }));
      const after = await ledgerEntries(tx, touched);
      await recordChanges(
        tx,
        touched.map(({ consignmentId }) => ({
          before: before.get(consignmentId) ?? null,
          after: after.get(consignmentId) ?? null,
        })),
      );

      await saveQuality(tx, { ...batch, changed }, standings, { ...context, receivedOn });

      await tx
        .delete(stagedRows)
        .where(
          and(
            eq(stagedRows.submissionId, submission.id),
            gt(stagedRows.recordNumber, submission.processedRecord),
            lte(stagedRows.recordNumber, batch.last),
          ),
        );
      const counts = {
        accepted: changed.length - updated,
        updated: updated + withdrawn.length,
        unchanged: unchanged.length + cancels.length - withdrawn.length,
        quarantined: refused.length,
      };
      const isLast = !(await hasMore(tx, submission.id, batch.last));
      const next = await advance(tx, submission, { last: batch.last, isLast, worker }, counts);
      if (isLast) await tellFinished(tx, next);
      await writeAudit(
        tx,
        actor,
        {
          action: 'intake.process',
          subjectType: 'submission',
          subjectId: submission.id,
          details: {
            ...counts,
            withdrawn: withdrawn.length,
            fromRecord: submission.processedRecord + 1,
            toRecord: batch.last,
          },
        },
        doneAt,
      );
      return next;
    },
    { statementTimeoutMs: 60_000 },
  );
}

/** Who sent refused records again, mended or not; null for a submission of a partner, which is nobody's own act. */
async function whoSentAgain(tx: Tx, { replayOf, receivedBy }: Submission): Promise<string | null> {
  if (replayOf === null) return null;
  const [person] = await tx.select({ name: users.name }).from(users).where(eq(users.id, receivedBy));
  return person?.name ?? null;
}

async function hasMore(tx: Tx, submissionId: string, last: number): Promise<boolean> {
  const [row] = await tx
    .select({ recordNumber: stagedRows.recordNumber })
    .from(stagedRows)
    .where(and(eq(stagedRows.submissionId, submissionId), gt(stagedRows.recordNumber, last)))
    .limit(1);
  return row !== undefined;
}

async function advance(
  tx: Tx,
  submission: Submission,
  step: { last: number; isLast: boolean; worker: string },
  counts: { accepted: number; updated: number; unchanged: number; quarantined: number },
): Promise<Submission> {
  const [next] = await tx
    .update(submissions)
    .set({
      processedRecord: step.last,
      recordsAccepted: sql`${submissions.recordsAccepted} + ${counts.accepted}`,
      recordsUpdated: sql`${submissions.recordsUpdated} + ${counts.updated}`,
      recordsUnchanged: sql`${submissions.recordsUnchanged} + ${counts.unchanged}`,
      recordsQuarantined: sql`${submissions.recordsQuarantined} + ${counts.quarantined}`,
      leaseUntil: step.isLast ? null : sql`statement_timestamp() + interval '20 seconds'`,
      leasedBy: step.isLast ? null : step.worker,
      ...GOES_ON,
      ...(step.isLast ? { status: 'finished' as const, finishedAt: sql`statement_timestamp()` } : {}),
    })
    .where(
      and(
        eq(submissions.id, submission.id),
        eq(submissions.processedRecord, submission.processedRecord),
        eq(submissions.status, 'processing'),
        eq(submissions.leasedBy, step.worker),
      ),
    )
    .returning();
  if (!next) throw new LeaseLostError(`submission ${submission.id} went on elsewhere`);
  return next;
}
