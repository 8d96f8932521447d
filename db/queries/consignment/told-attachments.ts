import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { attachments } from '@/db/schema';

type Row = typeof attachments.$inferSelect;

/** A file as its sender, the partner, is told of it. */
export type ToldAttachment = Pick<
  Row,
  'attachmentId' | 'kind' | 'fileName' | 'mediaType' | 'sizeBytes' | 'sha256' | 'referralId'
> & { readonly sentAt: string; readonly href: string };

/** Files the partner sent with its consignments, in the order sent; whoever calls has authorised. */
export async function ownAttachments(from: Executor, consignmentIds: readonly string[]): Promise<Row[]> {
  return from
    .select()
    .from(attachments)
    .where(and(inArray(attachments.consignmentId, [...consignmentIds]), eq(attachments.sentFrom, 'partner')))
    .orderBy(asc(attachments.sentAt), asc(attachments.attachmentId));
}

/** One of them, with where it is read. */
export function toldAttachment(reference: string, row: Row): ToldAttachment {
  const { attachmentId, kind, fileName, mediaType, sizeBytes, sha256, referralId, sentAt } = row;
  const href = `/api/v1/consignments/${encodeURIComponent(reference)}/attachments/${attachmentId}`;
  return { attachmentId, kind, fileName, mediaType, sizeBytes, sha256, referralId, sentAt: sentAt.toISOString(), href };
}
