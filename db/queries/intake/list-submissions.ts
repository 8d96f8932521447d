import 'server-only';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import { type SubmissionView, toSubmissionView, waitingOf } from './get-submission';
import { submissionsWithin } from './scope';

export type SubmissionPage = { readonly rows: readonly SubmissionView[]; readonly next: string | null };

const PAGE = 50;

/** Submissions, newest first, in key-set pages: those of the own partner or of one's own offices. `after` is the `next` of the page before. */
export async function listSubmissions(actor: Actor, after: string | null): Promise<SubmissionPage> {
  authorise(actor, 'intake.read');
  const conditions: (SQL | undefined)[] = [submissionsWithin(actor), keyAfter(after)];
  const rows = await db()
    .select({ submission: submissions, partnerName: partners.name })
    .from(submissions)
    .innerJoin(partners, eq(partners.id, submissions.partnerId))
    .where(and(...conditions))
    .orderBy(desc(submissions.receivedAt), desc(submissions.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const waiting = await waitingOf(shown);
  const page = shown.map((row) => toSubmissionView(row, waiting));
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return { rows: page, next: last ? `${last.receivedAt}_${last.submissionId}` : null };
}

function keyAfter(after: string | null): SQL | undefined {
  if (!after) return undefined;
  const [at = '', id = ''] = after.split('_');
  if (!parseInstant(at) || !isUuid(id)) return undefined;
  // The cursor carries milliseconds, the column microseconds: the row of the cursor itself must not come again.
  return sql`(date_trunc('milliseconds', ${submissions.receivedAt}), ${submissions.id}) < (${at}::timestamptz, ${id}::uuid)`;
}
