import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { breaksRule, refusedWithin } from './scope';

/** Which submissions have refused records that wait, of one rule or of any: in the order of their ids, after one of them. */
export async function waitingSubmissions(
  actor: Actor,
  { rule, after, limit }: { readonly rule: string | null; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  authorise(actor, 'intake.mend');
  const rows = await db()
    .selectDistinct({ submissionId: quarantinedRecords.submissionId })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.state, 'open'),
        refusedWithin(actor),
        breaksRule(rule),
        after === null ? undefined : gt(quarantinedRecords.submissionId, after),
      ),
    )
    .orderBy(asc(quarantinedRecords.submissionId))
    .limit(limit);
  return rows.map(({ submissionId }) => submissionId);
}
