import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { attachments } from '@/db/schema';

type Row = typeof attachments.$inferSelect;

/** A file as its sender, the partner, is told of it. */
export type ToldAttachment = Pick<
  Row,
  'attachmentId' | 'kind' | 'fileName' | 'mediaType' | 'sizeBytes' | 'sha256' | 'referralId'
> & {
  /** Of what is kept, where it is kept without what stood beside its picture; `sha256` is of what was sent. */
  readonly keptSha256: string | null;
  readonly sentAt: string;
  readonly erasedAt: string | null;
  readonly href: string;
};

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
  const { attachmentId, kind, fileName, mediaType, sizeBytes, sha256, receivedSha256, referralId, sentAt, erasedAt } =
    row;
  return {
    ...{ attachmentId, kind, fileName, mediaType, sizeBytes, referralId },
    sha256: receivedSha256 ?? sha256,
    keptSha256: receivedSha256 === null ? null : sha256,
    sentAt: sentAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
    href: `/api/v1/consignments/${encodeURIComponent(reference)}/attachments/${attachmentId}`,
  };
}
