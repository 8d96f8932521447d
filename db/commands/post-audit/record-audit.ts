import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { foundBy } from '@/db/commands/clearance/change/found-by';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import type { Tx } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { auditWithin, isAudit, type PostAuditRow, questionOf } from '@/db/queries/post-audit/audit-rows';
import { examinations, postAudits, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { correctionText } from '@/lib/audit/details';
import { decideResult } from '@/lib/clearance/decide-result';
import { RECORD_AUDIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideGoOn, decideRecovery } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type AuditRecorded = Changed & {
  /** What is recovered, or given back where it is negative: decimal text of minor units; null while charges are open. */
  readonly extraChargesMinor: string | null;
};

/**
 * Closes an audit with what it found, declared and corrected values side by side. It stands among the results of examinations, under the
 * id of the audit, so that the charges in force, the account of the debtor and every figure of charges found go by it: what more is owed
 * is posted, what was charged too much is given back (Regulation (EU) No 952/2013, Articles 48, 101 and 105(4)). What examinations of
 * goods that had not left found stays as it was counted. A question that is still open ends with the audit: taken back where there was
 * time to answer, else as one that was not answered in its time.
 * @throws NotFoundError, RefusedError `post_audit.*`, `result.*`, `status.*`, `row.*`
 */
export async function recordAudit(
  actor: Actor,
  input: z.input<typeof RECORD_AUDIT_INPUT>,
  at = new Date(),
): Promise<AuditRecorded> {
  authorise(actor, 'clearance.post_audit');
  const { auditId, ...wish } = parseInput(RECORD_AUDIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'audit_result', wish, at);
    const { row } = open;
    const audit = await auditWithin(tx, actor, { consignmentId: row.consignmentId, auditId });
    accept(decideGoOn(audit, actor.id));
    const declared = await declaredRecord(tx, row);
    const { next, corrections } = accept(decideResult(row.status, declared.record.items, wish, 'audit_result'));
    const { extraChargesMinor } = await foundBy(tx, row.consignmentId, declared, corrections);
    const question = await questionOf(tx, audit);
    accept(decideRecovery({ extraMinor: extraChargesMinor, question, releasedAt: row.releasedAt ?? at }, actor.id, at));
    const ended = await endQuestion(tx, actor, audit, at);
    const { consignmentId } = row;
    await tx.insert(examinations).values({
      ...{ consignmentId, examinationId: auditId, kind: 'documents', instruction: null },
      ...{ orderedBy: audit.openedBy, orderedByName: audit.openedByName, orderedAt: audit.openedAt },
      ...{ resultCode: wish.resultCode, finding: wish.finding, corrections, extraChargesMinor },
      ...{ recordedBy: actor.id, recordedByName: actor.name, recordedAt: at },
    });
    const closed = { closedBy: actor.id, closedByName: actor.name, closedAt: at };
    await tx.update(postAudits).set(closed).where(isAudit(consignmentId, auditId));
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      // What the partner answered is read.
      answeredFor: null,
      answeredAlsoFor: null,
      ...(ended ? { openReferrals: row.openReferrals - 1 } : {}),
    });
    if (ended) await recordEvent(tx, actor, row, ended, { type: 'documents' }, at);
    const extra = extraChargesMinor?.toString() ?? null;
    const told = { resultCode: wish.resultCode, ...(extra === null ? {} : { extraChargesMinor: extra }) };
    await recordEvent(tx, actor, row, 'audit_recorded', { ...told, corrections: corrections.length }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.record_audit',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          postAuditId: auditId,
          ...told,
          ...(corrections.length > 0 ? { corrected: corrections.map(correctionText) } : {}),
          ...(extra === null ? { extraChargesOpen: true } : {}),
        },
        reason: wish.finding,
      },
      at,
    );
    return { ...changed, extraChargesMinor: extra };
  });
}

/** Closes the question of an audit that nobody answered: its partner owes no answer any more. Tells whether the time to answer was over. */
async function endQuestion(
  tx: Tx,
  actor: Actor,
  { consignmentId, referralId }: PostAuditRow,
  at: Date,
): Promise<'referral_withdrawn' | 'referral_unanswered' | null> {
  if (!referralId) return null;
  const [ended] = await tx
    .update(referrals)
    .set({ withdrawnBy: actor.id, withdrawnByName: actor.name, withdrawnAt: at })
    .where(and(eq(referrals.consignmentId, consignmentId), eq(referrals.referralId, referralId), IS_OPEN_REFERRAL))
    .returning({ dueAt: referrals.dueAt });
  if (!ended) return null;
  return ended.dueAt <= at ? 'referral_unanswered' : 'referral_withdrawn';
}
