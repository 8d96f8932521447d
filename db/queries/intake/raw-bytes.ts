import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { rawChunks } from '@/db/schema';

/** The bytes of a submission as sent, piece by piece; whoever asks has authorised. */
export async function* rawBytesOf(submissionId: string, from: Executor = db()): AsyncGenerator<Uint8Array> {
  let last = -1;
  for (;;) {
    const [chunk] = await from
      .select()
      .from(rawChunks)
      .where(and(eq(rawChunks.submissionId, submissionId), gt(rawChunks.chunkNumber, last)))
      .orderBy(asc(rawChunks.chunkNumber))
      .limit(1);
    if (!chunk) return;
    last = chunk.chunkNumber;
    yield chunk.content;
  }
}
