import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideReferral } from '@/lib/clearance/decide-referral';
import { REFER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { questionText } from '@/lib/clearance/questions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Puts a question to the partner with a due time. The claim ends: the consignment waits for the partner, not for the officer.
 * @throws RefusedError `referral.*`, `status.*`, `claim.*`, `row.*`
 */
export async function referConsignment(
  actor: Actor,
  input: z.input<typeof REFER_INPUT>,
  at = new Date(),
): Promise<Changed & { readonly referralId: string }> {
  authorise(actor, 'clearance.refer');
  const wish = parseInput(REFER_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'refer', wish, at);
    const { row } = open;
    const asked = await tx
      .select({ type: referrals.type })
      .from(referrals)
      .where(and(eq(referrals.consignmentId, row.consignmentId), IS_OPEN_REFERRAL));
    const types = asked.map((referral) => referral.type);
    const { next } = accept(decideReferral(row.status, types, wish, at));
    const referralId = randomUUID();
    await tx.insert(referrals).values({
      consignmentId: row.consignmentId,
      referralId,
      partnerId: row.partnerId,
      type: wish.type,
      questionCode: wish.questionCode,
      question: questionText(wish.questionCode, wish.question),
      dueAt: wish.dueAt,
      askedBy: actor.id,
      askedByName: actor.name,
      askedAt: at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      openReferrals: row.openReferrals + 1,
    });
    const dueAt = wish.dueAt.toISOString();
    await recordEvent(tx, actor, row, 'referred', { type: wish.type, dueAt }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.refer',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, referralId, type: wish.type, dueAt, wordsIn: 'questions' },
      },
      at,
    );
    return { ...changed, referralId };
  });
}
