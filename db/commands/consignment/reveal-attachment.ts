import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { attachmentInScope, ONE_LOOK_MINUTES } from '@/db/queries/consignment/attachment-in-scope';
import { requireMemorandum } from '@/db/queries/partnership/memorandum-in-force';
import { inTransaction } from '@/db/transaction';
import { decideOpening } from '@/lib/attachments/decide-attachment';
import { AGENCY_REVEAL_ATTACHMENT_INPUT, REVEAL_ATTACHMENT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

export type RevealedAttachment = {
  readonly attachmentId: string;
  /** What its sender called it, which may name a person. */
  readonly fileName: string | null;
  readonly caption: string | null;
  /** ISO instant until which it opens. */
  readonly openUntil: string;
};

/**
 * Opens an attachment that counts as personal to one person of customs, or of an agency that is to answer a hold, for ten minutes, for a
 * stated reason; the look is on the timeline and in the audit log. @throws NotFoundError, RefusedError `attachment.erased`, `memorandum.missing`
 */
export async function revealAttachment(
  actor: Actor,
  input: z.input<typeof REVEAL_ATTACHMENT_INPUT> | z.input<typeof AGENCY_REVEAL_ATTACHMENT_INPUT>,
  at = new Date(),
): Promise<RevealedAttachment> {
  authorise(actor, 'consignment.reveal_attachment');
  // Each has the reasons of its own work.
  const { consignmentId, attachmentId, reason, note } =
    actor.role === 'agency'
      ? parseInput(AGENCY_REVEAL_ATTACHMENT_INPUT, input as z.input<typeof AGENCY_REVEAL_ATTACHMENT_INPUT>)
      : parseInput(REVEAL_ATTACHMENT_INPUT, input as z.input<typeof REVEAL_ATTACHMENT_INPUT>);
  return inTransaction(async (tx) => {
    const { attachment, ...subject } = await attachmentInScope(tx, actor, consignmentId, attachmentId);
    accept(decideOpening(attachment));
    if (actor.role === 'agency')
      await requireMemorandum(tx, 'named_persons', { agencyId: actor.agencyId ?? '' }, dayOf(at));
    await recordEvent(tx, actor, subject, 'revealed', { reason, attachment: attachment.kind }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.reveal_attachment',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: subject.officeId,
        details: { attachmentId, kind: attachment.kind },
        reason: note ? `${reason}: ${note}` : reason,
      },
      at,
    );
    const { fileName, caption } = attachment;
    const openUntil = new Date(at.getTime() + ONE_LOOK_MINUTES * 60_000).toISOString();
    return { attachmentId, fileName, caption, openUntil };
  });
}
