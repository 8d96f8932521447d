import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { attachmentChunks, attachments } from '@/db/schema';

/** Takes bytes away unless an attachment that is there still shows them. Whoever calls has locked them alone. Gives whether they went. */
export async function dropContent(tx: Tx, sha256: string): Promise<boolean> {
  const shown = await tx.$count(attachments, and(eq(attachments.sha256, sha256), isNull(attachments.erasedAt)));
  if (shown > 0) return false;
  await tx.delete(attachmentChunks).where(eq(attachmentChunks.sha256, sha256));
  return true;
}
