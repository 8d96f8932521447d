import 'server-only';
import { count, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Submissions that are received but not worked off: their consignments are in no figure yet. */
export async function countWaitingSubmissions(actor: Actor): Promise<number> {
  authorise(actor, 'statistics.read');
  const [row] = await db()
    .select({ waiting: count() })
    .from(submissions)
    .where(inArray(submissions.status, ['stored', 'staging', 'processing']));
  return row?.waiting ?? 0;
}
