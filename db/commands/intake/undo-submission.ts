import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { broughtBy } from '@/db/queries/intake/brought';
import { outsideOffices } from '@/db/queries/intake/preview-undo';
import { consignments, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { namedReferences, sortBrought } from '@/lib/intake/sort-brought';
import { UNDO_MAX, UNDO_SUBMISSION_INPUT } from '@/lib/intake/undo-input';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockClearances } from './lock-clearances';
import { partnerScope } from './open-quarantine';
import { PartyHistories } from './party-history';
import { readStandings } from './standing';
import { withdrawSet } from './withdraw-set';

export type Undone = { readonly withdrawn: number };

/**
 * Withdraws every consignment a submission lodged, in one transaction, as long as the numbers are those that were seen. What
 * customs acted on stays, and only where that was agreed to; what the submission amended stays as it is.
 * @throws NotFoundError, RefusedError `undo_submission.*`
 */
export async function undoSubmission(
  actor: Actor,
  input: z.input<typeof UNDO_SUBMISSION_INPUT>,
  at = new Date(),
): Promise<Undone> {
  authorise(actor, 'intake.undo');
  const wish = UNDO_SUBMISSION_INPUT.parse(input);
  const { submissionId } = wish;
  return inTransaction(
    async (tx) => {
      const { partnerId } = await lockSubmission(tx, actor, submissionId);
      await lockClearances(tx, await idsBroughtBy(tx, submissionId));
      const brought = await broughtBy(tx, submissionId, at, UNDO_MAX + 1);
      const { withdrawable, actedOn, amended } = sortBrought(brought);
      const outside = outsideOffices(actor, brought);
      if (brought.length > 0 && outside.length === brought.length) throw new NotFoundError('submission');
      if (outside.length > 0) throw refuse('undo_submission.other_office', { count: outside.length });
      if (actedOn.length > 0 && !(wish.leaveActedOn && actedOn.length === wish.actedOn)) {
        throw refuse('undo_submission.acted_on', namedReferences(actedOn.map(({ reference }) => reference)));
      }
      if (withdrawable.length === 0) throw refuse('undo_submission.nothing');
      if (withdrawable.length !== wish.withdrawable) {
        throw refuse('undo_submission.changed', { count: withdrawable.length, seen: wish.withdrawable });
      }
      const standings = await readStandings(
        tx,
        withdrawable.map(({ consignmentId }) => consignmentId),
      );
      const histories = await PartyHistories.load(tx, [], dayOf(at));
      await withdrawSet(
        tx,
        actor,
        [...standings.values()].map((standing) => ({ standing, note: wish.reason })),
        histories,
        { submissionId, partnerId, way: 'undo', by: actor.role === 'partner' ? 'partner' : 'office', at },
      );
      await histories.save(tx);
      const withdrawn = withdrawable.length;
      await tx
        .update(submissions)
        .set({
          undoneAt: at,
          undoneBy: actor.id,
          undoneByName: actor.name,
          undoReason: wish.reason,
          recordsWithdrawn: sql`${submissions.recordsWithdrawn} + ${withdrawn}`,
        })
        .where(eq(submissions.id, submissionId));
      await writeAudit(
        tx,
        actor,
        {
          action: 'intake.undo',
          subjectType: 'submission',
          subjectId: submissionId,
          details: { withdrawn, actedOn: actedOn.length, amended: amended.length },
          reason: wish.reason,
        },
        at,
      );
      return { withdrawn };
    },
    { statementTimeoutMs: 60_000 },
  );
}

/** One undo of a submission at a time. @throws NotFoundError, RefusedError `undo_submission.unfinished` */
async function lockSubmission(tx: Tx, actor: Actor, submissionId: string): Promise<{ readonly partnerId: string }> {
  const scope = partnerScope(actor);
  const [row] = await tx
    .select({ status: submissions.status, partnerId: submissions.partnerId })
    .from(submissions)
    .where(
      and(
        eq(submissions.id, submissionId),
        scope === null ? undefined : sql`${submissions.partnerId}::text = ${scope}`,
      ),
    )
    .for('update');
  if (!row) throw new NotFoundError('submission');
  if (row.status !== 'finished') throw refuse('undo_submission.unfinished');
  return row;
}

/** @throws RefusedError `undo_submission.too_large` */
async function idsBroughtBy(tx: Tx, submissionId: string): Promise<string[]> {
  const rows = await tx
    .select({ consignmentId: consignments.consignmentId })
    .from(consignments)
    .where(eq(consignments.submissionId, submissionId))
    .limit(UNDO_MAX + 1);
  if (rows.length > UNDO_MAX) throw refuse('undo_submission.too_large', { limit: UNDO_MAX });
  return rows.map(({ consignmentId }) => consignmentId);
}
