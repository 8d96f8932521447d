import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept } from '@/db/commands/clearance/change/open-change';
import { attachmentBytes } from '@/db/queries/consignment/attachment-bytes';
import { attachmentInScope, hasLately } from '@/db/queries/consignment/attachment-in-scope';
import { inTransaction } from '@/db/transaction';
import { decideOpening } from '@/lib/attachments/decide-attachment';
import { OPEN_ATTACHMENT_INPUT } from '@/lib/attachments/inputs';
import type { AttachmentKind, MediaType } from '@/lib/attachments/kinds';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';

export type Opened = {
  readonly kind: AttachmentKind;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly fileName: string | null;
  readonly isPersonal: boolean;
  readonly bytes: AsyncGenerator<Uint8Array>;
};

/**
 * The bytes of an attachment, with a note of who took them before the first of them leaves the house. One that counts as personal opens
 * to officers for ten minutes after they stated a reason; its sender reads it as it likes.
 * @throws NotFoundError, RefusedError `attachment.reason_first`, `attachment.erased`
 */
export async function openAttachment(
  actor: Actor,
  input: z.input<typeof OPEN_ATTACHMENT_INPUT>,
  at = new Date(),
): Promise<Opened> {
  authorise(actor, 'consignment.open_attachment');
  const wish = parseInput(OPEN_ATTACHMENT_INPUT, input);
  return inTransaction(async (tx) => {
    const { attachment, officeId } = await attachmentInScope(tx, actor, wish.consignmentId, wish.attachmentId);
    const { kind, mediaType, sizeBytes, fileName, isPersonal, sha256 } = attachment;
    accept(decideOpening(attachment));
    if (isPersonal && actor.role !== 'partner') {
      const isOpen = await hasLately(tx, actor, 'consignment.reveal_attachment', wish, at);
      if (!isOpen) throw refuse('attachment.reason_first');
    }
    if (!(await hasLately(tx, actor, 'consignment.open_attachment', wish, at))) {
      await writeAudit(
        tx,
        actor,
        {
          action: 'consignment.open_attachment',
          subjectType: 'consignment',
          subjectId: wish.consignmentId,
          officeId,
          details: { attachmentId: wish.attachmentId, kind },
        },
        at,
      );
    }
    return { kind, mediaType, sizeBytes, fileName, isPersonal, bytes: attachmentBytes(sha256) };
  });
}
