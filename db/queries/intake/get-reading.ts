import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { csvLayouts, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isMappable } from '@/lib/intake/mappable';
import { getSubmission } from './get-submission';

/** How a CSV file was read: by which edition of a layout, what it reads again, and what read it since. */
export type Reading = {
  /** Edition, and the refused submission its screen is opened from; null for our own columns. */
  readonly layout: { readonly edition: number; readonly submissionId: string } | null;
  readonly readsAgain: string | null;
  readonly readAs: string | null;
  /** It was refused for its header: saying what its columns are may mend that. */
  readonly isMappable: boolean;
};

/** @throws NotFoundError for a foreign one too */
export async function getReading(actor: Actor, submissionId: string): Promise<Reading> {
  authorise(actor, 'intake.read');
  const { format, status, problems } = await getSubmission(actor, submissionId);
  const [row] = await db()
    .select({
      readsAgain: submissions.readsAgain,
      edition: csvLayouts.edition,
      layoutSubmission: csvLayouts.submissionId,
    })
    .from(submissions)
    .leftJoin(csvLayouts, eq(csvLayouts.id, submissions.layoutId))
    .where(eq(submissions.id, submissionId));
  const [later] = await db()
    .select({ id: submissions.id })
    .from(submissions)
    .where(sql`${submissions.readsAgain} = ${submissionId}`)
    .orderBy(desc(submissions.receivedAt))
    .limit(1);
  return {
    layout: row?.edition && row.layoutSubmission ? { edition: row.edition, submissionId: row.layoutSubmission } : null,
    readsAgain: row?.readsAgain ?? null,
    readAs: later?.id ?? null,
    isMappable: isMappable({ format, status, problems }),
  };
}
