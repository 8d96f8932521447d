import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ResultCounts } from '@/lib/risk/model/ladder';

/** Results there are to learn from, over all offices: a model is the administration's. */
export async function countResults(actor: Actor): Promise<ResultCounts> {
  authorise(actor, 'model.read');
  const outcome = clearances.examinationOutcome;
  const [counts] = await db()
    .select({
      findings: sql<number>`(count(*) filter (where ${outcome} = 'finding'))::int`,
      conform: sql<number>`(count(*) filter (where ${outcome} = 'conform'))::int`,
    })
    .from(clearances)
    .where(sql`${outcome} in ('finding', 'conform')`);
  return counts ?? { findings: 0, conform: 0 };
}
