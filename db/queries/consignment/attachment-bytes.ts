import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { attachmentChunks } from '@/db/schema';

/** The bytes of an attachment by their SHA-256, piece by piece; whoever asks has authorised. */
export async function* attachmentBytes(sha256: string): AsyncGenerator<Uint8Array> {
  let last = -1;
  for (;;) {
    const [chunk] = await db()
      .select()
      .from(attachmentChunks)
      .where(and(eq(attachmentChunks.sha256, sha256), gt(attachmentChunks.chunkNumber, last)))
      .orderBy(asc(attachmentChunks.chunkNumber))
      .limit(1);
    if (!chunk) return;
    last = chunk.chunkNumber;
    yield chunk.content;
  }
}
