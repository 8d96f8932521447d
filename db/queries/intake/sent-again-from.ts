import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refusedWithin, submissionsWithin } from './scope';

/** Where a submission of refused records comes from. */
export type SentAgainFrom = {
  readonly submissionId: string;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly fileName: string | null;
  /** The first refused records it sends again, in file order, that the actor may see. */
  readonly records: readonly { readonly recordNumber: number; readonly line: number }[];
};

const SHOWN = 10;

/** Of which submission one sends refused records again, and which; null where it is none that does, or none the actor may see. */
export async function sentAgainFrom(
  actor: Actor,
  replay: { readonly submissionId: string; readonly replayOf: string | null },
): Promise<SentAgainFrom | null> {
  authorise(actor, 'intake.read');
  const { submissionId, replayOf } = replay;
  if (replayOf === null) return null;
  const [[source], records] = await Promise.all([
    db()
      .select({ receivedAt: submissions.receivedAt, fileName: submissions.fileName })
      .from(submissions)
      .where(and(eq(submissions.id, replayOf), submissionsWithin(actor))),
    db()
      .select({ recordNumber: quarantinedRecords.recordNumber, line: quarantinedRecords.line })
      .from(quarantinedRecords)
      .where(
        and(
          eq(quarantinedRecords.submissionId, replayOf),
          eq(quarantinedRecords.replayId, submissionId),
          refusedWithin(actor),
        ),
      )
      .orderBy(asc(quarantinedRecords.recordNumber))
      .limit(SHOWN),
  ]);
  return source
    ? { submissionId: replayOf, receivedAt: source.receivedAt.toISOString(), fileName: source.fileName, records }
    : null;
}
