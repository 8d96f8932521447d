import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { recordOfReplay } from '@/lib/intake/replay-body';
import type { RefusedRecord } from './list-quarantine';
import { rawBytesOf } from './raw-bytes';

/** A longer one is compared by nobody; its submission can be downloaded. */
const BYTES_MAX = 1_000_000;

/**
 * The text a refused record was sent again with; null where it was not, where it was sent in bulk, which changes nothing, or where it
 * is too long to be read beside. Whoever asks has found the record, and the look at it as sent is noted.
 */
export async function mendedTextOf(
  actor: Actor,
  { submissionId, replayId, format, header }: Pick<RefusedRecord, 'submissionId' | 'replayId' | 'format' | 'header'>,
): Promise<string | null> {
  authorise(actor, 'intake.mend');
  if (replayId === null) return null;
  const [[together], [replay]] = await Promise.all([
    db()
      .select({ records: count() })
      .from(quarantinedRecords)
      .where(and(eq(quarantinedRecords.submissionId, submissionId), eq(quarantinedRecords.replayId, replayId))),
    db()
      .select({ sizeBytes: submissions.sizeBytes })
      .from(submissions)
      .where(and(eq(submissions.id, replayId), eq(submissions.replayOf, submissionId))),
  ]);
  if (together?.records !== 1 || !replay || replay.sizeBytes > BYTES_MAX) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of rawBytesOf(replayId)) pieces.push(piece);
  return recordOfReplay(format, header, Buffer.concat(pieces).toString('utf8'));
}
