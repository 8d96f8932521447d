import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';
import { breaksRule, refusedWithin } from './scope';

export type RefusedKey = { readonly submissionId: string; readonly recordNumber: number };

/** The record that waits after another in the order of `listQuarantine`, of one rule or of any; null after the last. */
export async function nextRefused(actor: Actor, after: RefusedKey, code: string | null): Promise<RefusedKey | null> {
  authorise(actor, 'intake.mend');
  if (!isUuid(after.submissionId)) return null;
  const { submissionId, recordNumber, quarantinedAt } = quarantinedRecords;
  const stood = sql`(select own.quarantined_at from ${quarantinedRecords} as own
    where own.submission_id = ${after.submissionId} and own.record_number = ${after.recordNumber})`;
  const [next] = await db()
    .select({ submissionId, recordNumber })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.state, 'open'),
        refusedWithin(actor),
        breaksRule(code),
        sql`(${quarantinedAt} < ${stood} or (${quarantinedAt} = ${stood}
          and (${submissionId}, ${recordNumber}) > (${after.submissionId}::uuid, ${after.recordNumber})))`,
      ),
    )
    .orderBy(sql`${quarantinedAt} desc`, asc(submissionId), asc(recordNumber))
    .limit(1);
  return next ?? null;
}
