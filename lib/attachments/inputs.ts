import { z } from 'zod';
import { ATTACHMENT_KINDS, ERASE_REASONS } from './kinds';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

/** What is said of a file beside its bytes. */
export const ATTACHMENT_FACTS = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  /** What a picture shows, for whoever does not see it. */
  caption: words(200),
  /** The question it answers. */
  referral: z
    .guid()
    .nullish()
    .transform((id) => id ?? null),
});
export const ATTACH_INPUT = ATTACHMENT_FACTS.extend({
  consignmentId: z.guid(),
  fileName: words(200),
});
export const ERASE_ATTACHMENT_INPUT = z.strictObject({
  consignmentId: z.guid(),
  attachmentId: z.guid(),
  reason: z.enum(ERASE_REASONS, { error: 'invalid_value' }),
  /** In whose words and for what: erasing evidence is answered for. */
  note: z.string().trim().min(3).max(2000),
});
export const OPEN_ATTACHMENT_INPUT = z.strictObject({ consignmentId: z.guid(), attachmentId: z.guid() });
