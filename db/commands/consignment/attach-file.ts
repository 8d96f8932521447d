import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { slice } from '@/db/commands/intake/slice';
import type { Tx } from '@/db/connection';
import { attachmentChunks, attachments, referrals } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideAttachment, decideOpening, decideRoom, tooLarge } from '@/lib/attachments/decide-attachment';
import { ATTACH_INPUT } from '@/lib/attachments/inputs';
import { type AttachmentKind, type AttachmentSender, KIND_RULES } from '@/lib/attachments/kinds';
import { decideAnswer } from '@/lib/clearance/decide-referral';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { derivedId, sha256Hex } from '@/lib/kernel/ids';
import { accept, type ClearanceRow, openChange } from '../clearance/change/open-change';
import { recordEvent } from '../clearance/change/record-event';
import { writeChange } from '../clearance/change/write-change';
import { lockContent } from './lock-content';

export type SentFile = {
  /** Bytes the sender announced, where it did. */
  readonly announcedBytes: number | null;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
export type Attached = {
  readonly attachmentId: string;
  readonly sha256: string;
  /** False where the same file was attached before: nothing was written then. */
  readonly isNew: boolean;
};

/**
 * Keeps a picture or a paper with a consignment: its type decided from its bytes, its content stored once however often it is sent, a
 * picture without what its camera wrote beside it. The same file of the same kind from the same side is the same attachment; erased it is
 * not taken again. It changes neither standing nor claim. @throws NotFoundError, RefusedError `attachment.*`, `status.withdrawn`
 */
export async function attachFile(
  actor: Actor,
  input: z.input<typeof ATTACH_INPUT>,
  file: SentFile,
  at = new Date(),
): Promise<Attached> {
  authorise(actor, 'consignment.attach');
  const wish = parseInput(ATTACH_INPUT, input);
  const { consignmentId, kind, caption, fileName, referral } = wish;
  const content = await wholeOf(file, kind);
  const { mediaType, size, isPersonal, kept } = accept(decideAttachment(kind, content));
  // Of what was received: so the same file is found again, and its sender can prove what it sent.
  const sha256 = sha256Hex(content);
  const keptSha256 = kept === content ? sha256 : sha256Hex(kept);
  const sentFrom: AttachmentSender = actor.role === 'partner' ? 'partner' : 'customs';
  const attachmentId = derivedId('attachment', consignmentId, sentFrom, kind, referral ?? '', sha256);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'attach', { consignmentId, rowVersion: null }, at);
    const { row } = open;
    const { next } = accept(nextStatus('attach', row.status));
    const there = await tx
      .select({ attachmentId: attachments.attachmentId, erasedAt: attachments.erasedAt })
      .from(attachments)
      .where(eq(attachments.consignmentId, consignmentId));
    const same = there.find((one) => one.attachmentId === attachmentId);
    if (same) {
      accept(decideOpening(same));
      return { attachmentId, sha256, isNew: false };
    }
    accept(decideRoom(there.filter(({ erasedAt }) => erasedAt === null).length));
    if (referral) await refuseClosed(tx, row, referral, sentFrom);
    await keepContent(tx, keptSha256, kept);
    await tx.insert(attachments).values({
      consignmentId,
      attachmentId,
      kind,
      sha256: keptSha256,
      receivedSha256: kept === content ? null : sha256,
      sizeBytes: kept.length,
      mediaType,
      widthPx: size?.widthPx ?? null,
      heightPx: size?.heightPx ?? null,
      fileName,
      caption,
      isPersonal,
      sentFrom,
      sentBy: actor.id,
      sentByName: actor.name,
      sentAt: at,
      referralId: referral,
    });
    const { standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'attached', { attachment: kind }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.attach',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          attachmentId,
          kind,
          mediaType,
          sizeBytes: kept.length,
          sha256,
          ...(kept === content ? {} : { keptSha256 }),
          ...(referral ? { referralId: referral } : {}),
        },
      },
      at,
    );
    return { attachmentId, sha256, isNew: true };
  });
}

/** A file in answer to a question comes before the answer is given. @throws NotFoundError, RefusedError `referral.*`, `status.*` */
async function refuseClosed(tx: Tx, row: ClearanceRow, referralId: string, from: AttachmentSender): Promise<void> {
  const [referral] = await tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.consignmentId, row.consignmentId), eq(referrals.referralId, referralId)));
  if (!referral) throw new NotFoundError('referral');
  accept(decideAnswer(row.status, referral, from));
}

/** The bytes in one piece; what is longer than its kind may be is not read to its end. @throws RefusedError `attachment.too_large` */
async function wholeOf({ announcedBytes, body }: SentFile, kind: AttachmentKind): Promise<Buffer> {
  const { bytesMax } = KIND_RULES[kind];
  if ((announcedBytes ?? 0) > bytesMax) accept(tooLarge(kind));
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > bytesMax) accept(tooLarge(kind));
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Stores content under its SHA-256, piece by piece in order, unless it is there. */
async function keepContent(tx: Tx, sha256: string, content: Uint8Array): Promise<void> {
  await lockContent(tx, sha256, 'shared');
  const [held] = await tx.select({ pieces: count() }).from(attachmentChunks).where(eq(attachmentChunks.sha256, sha256));
  if (held && held.pieces > 0) return;
  let chunkNumber = 0;
  for await (const piece of slice(one(content))) {
    await tx.insert(attachmentChunks).values({ sha256, chunkNumber, content: piece }).onConflictDoNothing();
    chunkNumber += 1;
  }
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
