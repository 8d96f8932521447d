import 'server-only';
import { inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { modelStandings } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { ResultCounts } from '@/lib/risk/model/ladder';
import { countResults } from './count-results';

/** The results there are, and the versions in force and in shadow, where there are any. */
export type Ladder = {
  readonly counts: ResultCounts;
  readonly active: number | null;
  readonly shadow: number | null;
};

/** How far the administration has come on the way to a model. */
export async function getLadder(actor: Actor): Promise<Ladder> {
  authorise(actor, 'model.read');
  const [counts, standings] = await Promise.all([
    countResults(actor),
    db()
      .select({ version: modelStandings.version, state: modelStandings.state })
      .from(modelStandings)
      .where(inArray(modelStandings.state, ['active', 'shadow'])),
  ]);
  const inState = (wanted: string) => standings.find(({ state }) => state === wanted)?.version ?? null;
  return { counts, active: inState('active'), shadow: inState('shadow') };
}
