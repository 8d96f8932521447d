import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideAnswer, isSentAgain } from '@/lib/clearance/decide-referral';
import { ANSWER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { askersToTell } from './change/askers-to-tell';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, writeChange } from './change/write-change';

/**
 * Enters the answer to an open question: by the partner asked, or by an officer who got it another way. It is marked
 * as answered for everybody who asked; with the last answer the consignment returns to the queue, marked as updated. The same answer of
 * the partner again changes nothing and is answered as the first was. @throws NotFoundError, RefusedError `referral.answered`,
 * `referral.closed`, `status.*`
 */
export async function answerReferral(actor: Actor, input: z.input<typeof ANSWER_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.answer');
  const wish = parseInput(ANSWER_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'answer', { consignmentId: wish.consignmentId, rowVersion: null }, at);
    const { row } = open;
    const thisReferral = and(eq(referrals.consignmentId, row.consignmentId), eq(referrals.referralId, wish.referralId));
    const [referral] = await tx.select().from(referrals).where(thisReferral);
    if (!referral) throw new NotFoundError('referral');
    const answeredFrom = actor.role === 'partner' ? 'partner' : 'customs';
    if (isSentAgain(referral, wish.answer, answeredFrom)) return changedOf(row);
    const { next } = accept(decideAnswer(row.status, referral, answeredFrom));
    await tx
      .update(referrals)
      .set({ answer: wish.answer, answeredBy: actor.id, answeredByName: actor.name, answeredAt: at, answeredFrom })
      .where(and(thisReferral, IS_OPEN_REFERRAL));
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      openReferrals: row.openReferrals - 1,
      ...askersToTell(row, referral.askedBy, { from: 'partner', enteredBy: actor.id }),
    });
    await recordEvent(tx, actor, row, 'answered', { type: referral.type }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.answer',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, referralId: wish.referralId, wordsIn: 'questions' },
      },
      at,
    );
    return changed;
  });
}
