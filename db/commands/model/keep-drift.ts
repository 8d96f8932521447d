import 'server-only';
import { and, asc, count, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { modelDrift, modelScores, modelStandings, modelVersions, profileFacts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { ModelCard } from '@/lib/risk/model/card';
import { consignmentRow } from '@/lib/risk/model/consignment-row';
import { rankDrift } from '@/lib/risk/model/drift';
import { driftsOf } from '@/lib/risk/model/spreads';

/** Weeks that are looked at; those that are over are computed once. */
const WEEKS = 13;
/** Consignments of a week whose fields are looked at, about; a week of fewer than the least says nothing. */
const SAMPLE_WANTED = 4_000;
const CONSIGNMENTS_MIN = 50;
/** The name under which the drift of the score stands. */
export const RANK_FIELD = 'rank';

/** Measures how far the traffic of each week stands from that of the training, for the versions in force and in shadow. Gives how many weeks it wrote. */
export async function keepModelDrift(actor: Actor, signal: AbortSignal, at = new Date()): Promise<number> {
  authorise(actor, 'model.work');
  const watched = await db()
    .select({ version: modelVersions.version, card: modelVersions.card })
    .from(modelVersions)
    .innerJoin(modelStandings, eq(modelStandings.version, modelVersions.version))
    .where(inArray(modelStandings.state, ['active', 'shadow']))
    .orderBy(asc(modelVersions.version));
  const thisWeek = mondayOf(dayOf(at));
  let written = 0;
  for (const { version, card } of watched) {
    const done = await db()
      .selectDistinct({ weekOn: modelDrift.weekOn })
      .from(modelDrift)
      .where(and(eq(modelDrift.modelVersion, version), lt(modelDrift.weekOn, addDays(thisWeek, -7))));
    const isDone = new Set(done.map(({ weekOn }) => weekOn));
    for (let back = WEEKS - 1; back >= 0 && !signal.aborted; back -= 1) {
      const weekOn = addDays(thisWeek, -7 * back);
      if (!isDone.has(weekOn) && (await measureWeek(version, card, weekOn, at))) written += 1;
    }
  }
  return written;
}

/** The Monday on or before a day. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

async function measureWeek(version: number, card: ModelCard, weekOn: string, at: Date): Promise<boolean> {
  const during = [gte(modelScores.receivedOn, weekOn), lt(modelScores.receivedOn, addDays(weekOn, 7))];
  const scored = await db()
    .select({ tenth: sql<number>`least(10, width_bucket(${modelScores.rank}, 0, 1, 10))::int`, consignments: count() })
    .from(modelScores)
    .where(and(eq(modelScores.modelVersion, version), ...during))
    .groupBy(sql`1`);
  const consignments = scored.reduce((sum, one) => sum + one.consignments, 0);
  if (consignments < CONSIGNMENTS_MIN) return false;
  const tenths = Array.from({ length: 10 }, (_, at) => scored.find(({ tenth }) => tenth === at + 1)?.consignments ?? 0);
  const oneIn = Math.max(1, Math.floor(consignments / SAMPLE_WANTED));
  const facts = await db()
    .select()
    .from(profileFacts)
    .where(
      and(
        gte(profileFacts.receivedOn, weekOn),
        lt(profileFacts.receivedOn, addDays(weekOn, 7)),
        eq(profileFacts.version, 1),
        sql`mod(hashtextextended(${profileFacts.consignmentId}::text, 0), ${oneIn}) = 0`,
      ),
    );
  const fields = driftsOf(
    card.spreads,
    facts.map((one) => consignmentRow(one, one.receivedOn)),
  );
  const rows = [{ field: RANK_FIELD, index: rankDrift(tenths) }, ...fields].map(({ field, index }) => ({
    modelVersion: version,
    weekOn,
    field,
    stabilityIndex: index,
    consignments,
    computedAt: at,
  }));
  const update = setExcluded(modelDrift, ['stabilityIndex', 'consignments', 'computedAt']);
  await inTransaction((tx) =>
    insertSet(tx, modelDrift, rows, sql`on conflict (model_version, week_on, field) do update set ${update}`),
  );
  return true;
}
