import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, lockSeen } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import type { Tx } from '@/db/connection';
import { attachmentInScope } from '@/db/queries/consignment/attachment-in-scope';
import { attachmentKeeping } from '@/db/queries/consignment/kept-until';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { attachments, erasureBatches } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideErasure, type ErasureFacts } from '@/lib/attachments/decide-attachment';
import { ERASE_ATTACHMENT_INPUT } from '@/lib/attachments/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { dropContent } from './drop-content';
import { lockContent } from './lock-content';

/**
 * Takes an attachment away for good, once, for a stated reason: its bytes, unless another attachment shows the same, and the names its
 * sender gave it. That there was one, of which kind and with which SHA-256, by whom and why it was erased, stays, and so does every row of
 * the audit log. Not while an appeal, an audit or a hold is open, for which it may be evidence (Regulation (EU) 2016/679, Article 17(1) and
 * (3)(e)), nor as no longer needed before its period of keeping is over.
 * @throws NotFoundError, RefusedError `attachment.erased_by`, `attachment.under_legal_hold`, `attachment.under_appeal`, `attachment.under_audit`,
 * `attachment.under_hold`, `attachment.kept_until`
 */
export async function eraseAttachment(
  actor: Actor,
  input: z.input<typeof ERASE_ATTACHMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly bytesKept: boolean }> {
  authorise(actor, 'consignment.erase_attachment');
  const { consignmentId, attachmentId, reason, note } = parseInput(ERASE_ATTACHMENT_INPUT, input);
  return inTransaction(async (tx) => {
    // An appeal locks this row too: of one that is being lodged, the end is awaited.
    const { row } = await lockSeen(tx, actor, { consignmentId, rowVersion: null }, at);
    const { attachment, ...subject } = await attachmentInScope(tx, actor, consignmentId, attachmentId);
    const facts = { ...(await attachmentKeeping(tx, row, at)), reason, today: dayOf(at) };
    accept(decideErasure(attachment, facts));
    const { kind, sha256, receivedSha256 } = attachment;
    await lockContent(tx, sha256, 'alone');
    const erased = { erasedAt: at, erasedBy: actor.id, erasedByName: actor.name, eraseReason: reason };
    const thisOne = and(eq(attachments.consignmentId, consignmentId), eq(attachments.attachmentId, attachmentId));
    const taken = await tx
      .update(attachments)
      .set({ ...erased, fileName: null, caption: null })
      .where(and(thisOne, isNull(attachments.erasedAt)))
      .returning({ attachmentId: attachments.attachmentId });
    if (taken.length === 0) await refuseErased(tx, actor, { consignmentId, attachmentId }, facts);
    const bytesKept = !(await dropContent(tx, sha256));
    await tx.insert(erasureBatches).values({
      ...{ batchId: randomUUID(), kind: 'attachments', erasedAt: at, erased: 1 },
      policyVersion: (await policyInForce(tx, dayOf(at))).version,
    });
    await recordEvent(tx, actor, subject, 'attachment_erased', { attachment: kind, eraseReason: reason }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.erase_attachment',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: subject.officeId,
        details: { attachmentId, kind, sha256: receivedSha256 ?? sha256, bytesKept },
        reason: `${reason}: ${note}`,
      },
      at,
    );
    return { bytesKept };
  });
}

/** Another was faster: reads who. @throws RefusedError `attachment.erased_by` */
async function refuseErased(
  tx: Tx,
  actor: Actor,
  { consignmentId, attachmentId }: { readonly consignmentId: string; readonly attachmentId: string },
  facts: ErasureFacts,
): Promise<never> {
  const { attachment } = await attachmentInScope(tx, actor, consignmentId, attachmentId);
  accept(decideErasure(attachment, facts));
  throw new NotFoundError('attachment');
}
