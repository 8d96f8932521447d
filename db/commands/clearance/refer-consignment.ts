import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { REFER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { askPartner } from './change/ask-partner';
import { openChange } from './change/open-change';
import type { Changed } from './change/write-change';

/**
 * Puts a question to the partner with a due time. The claim ends: the consignment waits for the partner, not for the officer.
 * @throws RefusedError `referral.*`, `status.*`, `claim.*`, `row.*`
 */
export async function referConsignment(
  actor: Actor,
  input: z.input<typeof REFER_INPUT>,
  at = now(),
): Promise<Changed & { readonly referralId: string }> {
  authorise(actor, 'clearance.refer');
  const wish = parseInput(REFER_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'refer', wish, at);
    const { row } = open;
    const { changed, standing, referralId } = await askPartner(tx, actor, open, wish);
    const dueAt = wish.dueAt.toISOString();
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
