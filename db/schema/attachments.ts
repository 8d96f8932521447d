import { sql } from 'drizzle-orm';
import { boolean, check, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ATTACHMENT_KINDS, ATTACHMENT_SENDERS, MEDIA_TYPES } from '@/lib/attachments/kinds';
import { bytes, instant, oneOf } from './columns';
import { consignmentSchema } from './consignment';

/** Files kept with a consignment: pictures, listing texts and papers, from officers and from the partner. Append-only; the bytes lie apart. */
export const attachments = consignmentSchema.table(
  'attachments',
  {
    consignmentId: uuid('consignment_id').notNull(),
    /** Derived from consignment, sender, kind, question and content: the same file sent again is the same attachment. */
    attachmentId: uuid('attachment_id').notNull(),
    kind: text('kind', { enum: ATTACHMENT_KINDS }).notNull(),
    /** Of the bytes, by which they are found. */
    sha256: text('sha256').notNull(),
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
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.attachmentId] }),
    check('attachments_kind', oneOf('kind', ATTACHMENT_KINDS)),
    check('attachments_media_type', oneOf('media_type', MEDIA_TYPES)),
    check('attachments_size', sql`size_bytes > 0`),
  ],
);

/**
 * The bytes of attachments in pieces of at most one mebibyte, found by the SHA-256 of the whole: content sent twice is kept once.
 * Append-only.
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
