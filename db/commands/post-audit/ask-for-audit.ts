import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { askPartner } from '@/db/commands/clearance/change/ask-partner';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import type { Changed } from '@/db/commands/clearance/change/write-change';
import { auditWithin, isAudit } from '@/db/queries/post-audit/audit-rows';
import { postAudits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { ASK_FOR_AUDIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideGoOn } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/**
 * Asks the partner for papers of goods that are audited after their release, by a due time. The partner answers as to any question, with
 * files; the goods stay where they are (Regulation (EU) No 952/2013, Articles 15(1) and 48).
 * @throws NotFoundError, RefusedError `post_audit.*`, `referral.*`, `status.*`, `row.*`
 */
export async function askForAudit(
  actor: Actor,
  input: z.input<typeof ASK_FOR_AUDIT_INPUT>,
  at = new Date(),
): Promise<Changed & { readonly referralId: string }> {
  authorise(actor, 'clearance.post_audit');
  const { auditId, ...wish } = parseInput(ASK_FOR_AUDIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'audit_ask', wish, at);
    const { row } = open;
    accept(decideGoOn(await auditWithin(tx, actor, { consignmentId: row.consignmentId, auditId }), actor.id));
    const { changed, standing, referralId } = await askPartner(tx, actor, open, { ...wish, type: 'documents' });
    await tx.update(postAudits).set({ referralId }).where(isAudit(row.consignmentId, auditId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.ask_for_audit',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          postAuditId: auditId,
          referralId,
          dueAt: wish.dueAt.toISOString(),
          wordsIn: 'questions',
        },
      },
      at,
    );
    return { ...changed, referralId };
  });
}
