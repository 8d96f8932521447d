import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { againAfterDeadlock } from '@/db/again-after-deadlock';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { broughtBy } from '@/db/queries/intake/brought';
import { outsideOffices } from '@/db/queries/intake/preview-undo';
import { submissionsWithin } from '@/db/queries/intake/scope';
import { consignments, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { namedReferences, sortBrought } from '@/lib/intake/sort-brought';
import { UNDO_AS_IT_STANDS, UNDO_MAX, UNDO_SUBMISSION_INPUT } from '@/lib/intake/undo-input';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { lockClearances } from './lock-clearances';
import { PartyHistories } from './party-history';
import { readStandings } from './standing';
import { withdrawSet } from './withdraw-set';

export type Undone = { readonly withdrawn: number };

type Wish = {
  readonly submissionId: string;
  readonly leaveActedOn: boolean;
  readonly reason: string | null;
  /** The numbers that were seen; null where nobody saw any, and it is undone as it stands. */
  readonly seen: { readonly withdrawable: number; readonly actedOn: number } | null;
};

/**
 * Withdraws every consignment a submission lodged, in one transaction, as long as the numbers are those that were seen. What
 * customs acted on stays, and only where that was agreed to; what the submission amended stays as it is.
 * @throws NotFoundError, RefusedError `undo_submission.*`
 */
export async function undoSubmission(
  actor: Actor,
  input: z.input<typeof UNDO_SUBMISSION_INPUT>,
  at = now(),
): Promise<Undone> {
  authorise(actor, 'intake.undo');
  const { submissionId, leaveActedOn, reason, ...seen } = UNDO_SUBMISSION_INPUT.parse(input);
  return undo(actor, { submissionId, leaveActedOn, reason, seen }, at);
}

/**
 * The same as the submission stands, for programs: nothing is compared with numbers that were seen, and doing it again finds
 * nothing left and changes nothing.
 * @throws NotFoundError, RefusedError `undo_submission.*`
 */
export async function undoAsItStands(
  actor: Actor,
  submissionId: string,
  input: z.input<typeof UNDO_AS_IT_STANDS>,
  at = now(),
): Promise<Undone> {
  authorise(actor, 'intake.undo');
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const { reason = null, leaveActedOn } = UNDO_AS_IT_STANDS.parse(input);
  return undo(actor, { submissionId, leaveActedOn: leaveActedOn === 'true', reason, seen: null }, at);
}

function undo(actor: Actor, { submissionId, leaveActedOn, reason, seen }: Wish, at: Date): Promise<Undone> {
  // An intake gives slots of profiles before it moves consignments, an undo after: the two may wait for each other.
  const undone = () =>
    inTransaction(
      async (tx) => {
        const { partnerId, wasUndone } = await lockSubmission(tx, actor, submissionId);
        await lockClearances(tx, await idsBroughtBy(tx, submissionId));
        const brought = await broughtBy(tx, submissionId, at, UNDO_MAX + 1);
        const { withdrawable, actedOn, amended } = sortBrought(brought);
        const outside = outsideOffices(actor, brought);
        if (brought.length > 0 && outside.length === brought.length) throw new NotFoundError('submission');
        if (outside.length > 0) throw refuse('undo_submission.other_office', { count: outside.length });
        if (actedOn.length > 0 && !(leaveActedOn && (seen === null || actedOn.length === seen.actedOn))) {
          throw refuse('undo_submission.acted_on', namedReferences(actedOn.map(({ reference }) => reference)));
        }
        if (withdrawable.length === 0 && wasUndone && seen === null) return { withdrawn: 0 };
        if (withdrawable.length === 0) throw refuse('undo_submission.nothing');
        if (seen !== null && withdrawable.length !== seen.withdrawable) {
          throw refuse('undo_submission.changed', { count: withdrawable.length, seen: seen.withdrawable });
        }
        const standings = await readStandings(
          tx,
          withdrawable.map(({ consignmentId }) => consignmentId),
        );
        const histories = await PartyHistories.load(tx, [], dayOf(at));
        await withdrawSet(
          tx,
          actor,
          [...standings.values()].map((standing) => ({ standing, note: reason })),
          histories,
          { submissionId, partnerId, way: 'undo', by: actor.role === 'partner' ? 'partner' : 'office', at, doneAt: at },
        );
        await histories.save(tx);
        const withdrawn = withdrawable.length;
        await tx
          .update(submissions)
          .set({
            undoneAt: at,
            undoneBy: actor.id,
            undoneByName: actor.name,
            undoReason: reason,
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
            reason,
          },
          at,
        );
        return { withdrawn };
      },
      { statementTimeoutMs: 60_000 },
    );
  return againAfterDeadlock(undone);
}

type Locked = { readonly partnerId: string; readonly wasUndone: boolean };

/** One undo of a submission at a time. @throws NotFoundError, RefusedError `undo_submission.unfinished`, `.nothing` */
async function lockSubmission(tx: Tx, actor: Actor, submissionId: string): Promise<Locked> {
  const [row] = await tx
    .select({ status: submissions.status, partnerId: submissions.partnerId, undoneAt: submissions.undoneAt })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), submissionsWithin(actor)))
    .for('update');
  if (!row) throw new NotFoundError('submission');
  // A file refused as a whole brought nothing, and waiting changes nothing about that.
  if (row.status === 'refused') throw refuse('undo_submission.nothing');
  if (row.status !== 'finished') throw refuse('undo_submission.unfinished');
  return { partnerId: row.partnerId, wasUndone: row.undoneAt !== null };
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
