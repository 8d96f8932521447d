import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { notOfFirst } from '@/db/queries/second-look/conditions';
import { attachmentChunks, attachments } from '@/db/schema';
import { maskContacts } from '@/lib/attachments/contacts';
import type { StoredEraseReason } from '@/lib/attachments/kinds';
import { textOf } from '@/lib/attachments/media-type';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { beginningOf } from '@/lib/kernel/storable';
import { withoutWords } from './attachment-in-scope';
import { findScoped } from './find-scoped';

/** As much of a listing text as is shown on the page; the whole of it is downloaded. */
const TEXT_SHOWN = 4_000;

type Row = typeof attachments.$inferSelect;
export type AttachmentDetail = Pick<
  Row,
  | 'attachmentId'
  | 'kind'
  | 'sizeBytes'
  | 'mediaType'
  | 'widthPx'
  | 'heightPx'
  | 'fileName'
  | 'caption'
  | 'isPersonal'
  | 'sentFrom'
  | 'referralId'
> & {
  /** Null where it is not told who of customs it was. */
  readonly sentByName: string | null;
  readonly sentAt: string;
  /** Beginning of a listing text, without addresses to write or call; null for anything else. */
  readonly text: string | null;
  /** There is more of the text than is shown. */
  readonly isTextCut: boolean;
  /** When, by whom and why it was taken away for good; null where it is there. */
  readonly erased: { readonly at: string; readonly byName: string; readonly reason: StoredEraseReason } | null;
};

/**
 * What is kept with a consignment, in the order it came. Of what counts as personal neither name nor words are told: they may name a
 * person. @throws NotFoundError for a foreign one too
 */
export async function listAttachments(actor: Actor, consignmentId: string): Promise<AttachmentDetail[]> {
  authorise(actor, 'consignment.read');
  await findScoped(actor, consignmentId);
  return Promise.all((await rowsShown(actor, consignmentId)).map(detailOf));
}

/**
 * The same to an officer who looks at the consignment blindly: what was there before the first decision, and of what customs sent neither
 * by whom nor in what words. Whoever calls has found the look to be in that officer's hands.
 */
export async function listAttachmentsBlind(actor: Actor, consignmentId: string): Promise<AttachmentDetail[]> {
  authorise(actor, 'clearance.second_look');
  const rows = await rowsShown(actor, consignmentId);
  const details = await Promise.all(rows.filter(({ erasedAt }) => !erasedAt).map((row) => detailOf(withoutWords(row))));
  return details.map((one) => (one.sentFrom === 'customs' ? { ...one, sentByName: null } : one));
}

/**
 * The same to an agency that is to answer about the consignment: of no file by whom it came, and of those of customs not in what words.
 * Whoever calls has found its hold open.
 */
export async function listAttachmentsToAgency(actor: Actor, consignmentId: string): Promise<AttachmentDetail[]> {
  authorise(actor, 'agency.read');
  const rows = await rowsShown(actor, consignmentId);
  const details = await Promise.all(rows.filter(({ erasedAt }) => !erasedAt).map((row) => detailOf(withoutWords(row))));
  return details.map((one) => ({ ...one, sentByName: null, referralId: null }));
}

const rowsShown = (actor: Actor, consignmentId: string) =>
  db()
    .select()
    .from(attachments)
    .where(and(eq(attachments.consignmentId, consignmentId), notOfFirst(actor)))
    .orderBy(asc(attachments.sentAt), asc(attachments.attachmentId));

async function detailOf(row: Row): Promise<AttachmentDetail> {
  const { attachmentId, kind, sizeBytes, mediaType, widthPx, heightPx, isPersonal, sentFrom, sentByName } = row;
  const { erasedAt, erasedByName, eraseReason } = row;
  const text = kind === 'listing_text' && !erasedAt ? await listingText(row.sha256) : null;
  return {
    attachmentId,
    kind,
    sizeBytes,
    mediaType,
    widthPx,
    heightPx,
    fileName: isPersonal ? null : row.fileName,
    caption: isPersonal ? null : row.caption,
    isPersonal,
    sentFrom,
    sentByName,
    referralId: row.referralId,
    sentAt: row.sentAt.toISOString(),
    text: text === null ? null : beginningOf(text, TEXT_SHOWN),
    isTextCut: text !== null && text.length > TEXT_SHOWN,
    erased:
      erasedAt && eraseReason ? { at: erasedAt.toISOString(), byName: erasedByName ?? '', reason: eraseReason } : null,
  };
}

/** A listing text is shorter than a piece. */
async function listingText(sha256: string): Promise<string> {
  const [chunk] = await db()
    .select({ content: attachmentChunks.content })
    .from(attachmentChunks)
    .where(and(eq(attachmentChunks.sha256, sha256), eq(attachmentChunks.chunkNumber, 0)));
  return maskContacts(textOf(chunk?.content ?? Buffer.alloc(0)) ?? '');
}
