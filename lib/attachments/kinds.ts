/** What a file that is kept with a consignment is. Stored for years: add, never rename. */
export const ATTACHMENT_KINDS = [
  'scan_image',
  'product_picture',
  'listing_text',
  'invoice',
  'payment_proof',
  'other_document',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Types of content that are kept, each found by its first bytes and never by what the sender calls it. Markup is none of them. */
export const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** How the types are named to people. */
export const MEDIA_NAMES: Readonly<Record<MediaType, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
  'text/plain': 'plain text (UTF-8)',
};

/** Who sent it: an officer, or the partner itself. */
export const ATTACHMENT_SENDERS = ['customs', 'partner'] as const;
export type AttachmentSender = (typeof ATTACHMENT_SENDERS)[number];

/** Why a file is taken away again, for good. Stored for years: add, never rename. */
export const ERASE_REASONS = [
  'sent_by_mistake',
  'other_consignment',
  'not_needed',
  'request_of_person',
  'order_of_court',
] as const;
export type EraseReason = (typeof ERASE_REASONS)[number];

/** Why one is taken away by itself. */
export const PERIOD_OVER = 'period_over';
/** Every reason that may stand beside an erased one. */
export const STORED_ERASE_REASONS = [...ERASE_REASONS, PERIOD_OVER] as const;
export type StoredEraseReason = (typeof STORED_ERASE_REASONS)[number];

const IMAGES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const MEBIBYTE = 1_048_576;

type KindRule = { readonly types: readonly MediaType[]; readonly bytesMax: number; readonly isPersonal: boolean };

/**
 * What each kind may be and how large. Personal: papers that name people, opened by stating a reason (Regulation (EU) 2016/679,
 * Article 5(1)(b) and (f)); a listing is a public offer, and its text is personal only where it holds an address to write or call.
 */
export const KIND_RULES: Readonly<Record<AttachmentKind, KindRule>> = {
  scan_image: { types: IMAGES, bytesMax: 10 * MEBIBYTE, isPersonal: false },
  product_picture: { types: IMAGES, bytesMax: 10 * MEBIBYTE, isPersonal: false },
  listing_text: { types: ['text/plain'], bytesMax: MEBIBYTE / 4, isPersonal: false },
  invoice: { types: MEDIA_TYPES, bytesMax: 10 * MEBIBYTE, isPersonal: true },
  payment_proof: { types: MEDIA_TYPES, bytesMax: 10 * MEBIBYTE, isPersonal: true },
  other_document: { types: MEDIA_TYPES, bytesMax: 10 * MEBIBYTE, isPersonal: true },
};

/** Attachments of one consignment at most. */
export const ATTACHMENTS_MAX = 60;
/** Points of a picture at most: a small file may unfold to more than a screen can hold. */
export const PIXELS_MAX = 50_000_000;

/** Whether a browser shows it as a picture. */
export const isImage = (mediaType: MediaType): boolean => (IMAGES as readonly MediaType[]).includes(mediaType);

/** Whether a kind is shown as a picture beside the goods. */
export const isPicture = (kind: AttachmentKind): boolean => kind === 'scan_image' || kind === 'product_picture';

/** The end of a file's name by its type. */
export const FILE_ENDINGS: Readonly<Record<MediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};
