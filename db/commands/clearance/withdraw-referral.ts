import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { auditWithin, IS_OPEN_AUDIT } from '@/db/queries/post-audit/audit-rows';
import { postAudits, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideWithdrawal } from '@/lib/clearance/decide-referral';
import { WITHDRAW_REFERRAL_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideGoOn } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Takes a question back that nobody answered, with the reason; the partner is told that it need not answer, and the clock runs on. One
 * that was due stays unanswered in the record. With
 * the last open question the consignment returns to the queue. @throws NotFoundError, RefusedError `referral.*`, `status.*`, `claim.*`,
 * `post_audit.*`, `row.*`
 */
export async function withdrawReferral(
  actor: Actor,
  input: z.input<typeof WITHDRAW_REFERRAL_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.refer');
  const wish = parseInput(WITHDRAW_REFERRAL_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'withdraw_referral', wish, at);
    const { row } = open;
    const thisReferral = and(eq(referrals.consignmentId, row.consignmentId), eq(referrals.referralId, wish.referralId));
    const [referral] = await tx.select().from(referrals).where(thisReferral);
    if (!referral) throw new NotFoundError('referral');
    const { next } = accept(decideWithdrawal(row.status, referral));
    await refuseOfOthersAudit(tx, actor, { consignmentId: row.consignmentId, referralId: wish.referralId });
    await tx
      .update(referrals)
      .set({ withdrawnBy: actor.id, withdrawnByName: actor.name, withdrawnAt: at, withdrawNote: wish.note })
      .where(and(thisReferral, IS_OPEN_REFERRAL));
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      openReferrals: row.openReferrals - 1,
    });
    const event = referral.dueAt <= at ? 'referral_unanswered' : 'referral_withdrawn';
    await recordEvent(tx, actor, row, event, { type: referral.type }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.withdraw_referral',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, referralId: wish.referralId, type: referral.type },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}

/** The question of an audit is of who took the audit: without it nothing could be charged. @throws RefusedError `post_audit.*` */
async function refuseOfOthersAudit(
  tx: Tx,
  actor: Actor,
  { consignmentId, referralId }: { readonly consignmentId: string; readonly referralId: string },
): Promise<void> {
  const ofAudit = and(
    eq(postAudits.consignmentId, consignmentId),
    eq(postAudits.referralId, referralId),
    IS_OPEN_AUDIT,
  );
  const [audit] = await tx.select({ auditId: postAudits.auditId }).from(postAudits).where(ofAudit);
  if (audit) accept(decideGoOn(await auditWithin(tx, actor, { consignmentId, auditId: audit.auditId }), actor.id));
}
