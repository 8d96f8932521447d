import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ATTACHMENT_KINDS, ATTACHMENT_SENDERS, MEDIA_TYPES, STORED_ERASE_REASONS } from '@/lib/attachments/kinds';
import { bytes, instant, oneOf } from './columns';
import { consignmentSchema } from './consignment';

/**
 * Files kept with a consignment: pictures, listing texts and papers, from officers and from the partner; the bytes lie apart. A row is
 * written once and stays; erased it loses its names and says by whom and why.
 */
export const attachments = consignmentSchema.table(
  'attachments',
  {
    consignmentId: uuid('consignment_id').notNull(),
    /** Derived from consignment, sender, kind, question and what was received: the same file sent again is the same attachment. */
    attachmentId: uuid('attachment_id').notNull(),
    kind: text('kind', { enum: ATTACHMENT_KINDS }).notNull(),
    /** Of the bytes that are kept, by which they are found. */
    sha256: text('sha256').notNull(),
    /** Of what was received, where it is kept without what stood beside its picture; null where it is kept as it came. */
    receivedSha256: text('received_sha256'),
    sizeBytes: integer('size_bytes').notNull(),
    /** Decided from the bytes. */
    mediaType: text('media_type', { enum: MEDIA_TYPES }).notNull(),
    /** Of a picture; null for anything else. */
    widthPx: integer('width_px'),
    heightPx: integer('height_px'),
    /** As the sender named it: shown as text, never used as a path. */
    fileName: text('file_name'),
    /** What it shows, in the words of the sender. */
    caption: text('caption'),
    /** Whoever opens it states a reason. */
    isPersonal: boolean('is_personal').notNull(),
    sentFrom: text('sent_from', { enum: ATTACHMENT_SENDERS }).notNull(),
    sentBy: uuid('sent_by').notNull(),
    sentByName: text('sent_by_name').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** The question to the partner it came in answer to; null where nobody asked for it. */
    referralId: uuid('referral_id'),
    erasedAt: instant('erased_at'),
    erasedBy: uuid('erased_by'),
    erasedByName: text('erased_by_name'),
    eraseReason: text('erase_reason', { enum: STORED_ERASE_REASONS }),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.attachmentId] }),
    // Whoever erases asks: does anything else still show these bytes?
    index('attachments_content').on(t.sha256).where(sql`erased_at is null`),
    // The log of erasures asks: what went at this instant?
    index('attachments_erased').on(t.erasedAt).where(sql`erased_at is not null`),
    check(
      'attachments_erased_whole',
      sql`(erased_at is null) = (erased_by is null) and (erased_at is null) = (erase_reason is null)
        and (erased_at is null or (file_name is null and caption is null))`,
    ),
    check('attachments_kind', oneOf('kind', ATTACHMENT_KINDS)),
    check('attachments_media_type', oneOf('media_type', MEDIA_TYPES)),
    check('attachments_size', sql`size_bytes > 0`),
    check(
      'attachments_erase_reason',
      sql`${sql.raw('erase_reason is null or')} ${oneOf('erase_reason', STORED_ERASE_REASONS)}`,
    ),
  ],
);

/**
 * The bytes of attachments in pieces of at most one mebibyte, found by the SHA-256 of the whole: content sent twice is kept once. Never
 * changed; taken away when the last attachment that shows them is erased.
 */
export const attachmentChunks = consignmentSchema.table(
  'attachment_chunks',
  {
    sha256: text('sha256').notNull(),
    chunkNumber: integer('chunk_number').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.chunkNumber] })],
);
