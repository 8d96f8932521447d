import 'server-only';
import { and, asc, type Column, count, eq, gte, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { assessments, clearances, examinations, profileFacts, statedDuties } from '@/db/schema';
import { isCritical, outcomeOf, type ResultCode } from '@/lib/clearance/results';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { consignmentRow } from '@/lib/risk/model/consignment-row';
import { type LearnedResult, type LearnedRow, RESULTS_MAX } from '@/lib/risk/model/training-set';

/** What is older than two years tells of another trade. */
const DAYS_MAX = 730;
/** Consignments of the even sample that stands for all traffic, at most about so many. */
const SAMPLE_WANTED = 20_000;

export type TrainingDays = {
  /** Ascending: the newest that hold no more results than a training takes. */
  readonly days: readonly string[];
  /** One in so many consignments is of the even sample. */
  readonly oneIn: number;
};

/** The days of first receipt a training reads. Takes no actor: the worker asks. */
export async function trainingDays(from: Executor, until: Date): Promise<TrainingDays> {
  const { receivedOn, examinationOutcome } = clearances;
  const found = await from
    .select({
      day: receivedOn,
      consignments: count(),
      results: sql<number>`(count(*) filter (where ${examinationOutcome} in ('conform', 'finding')))::int`,
    })
    .from(clearances)
    .where(and(gte(receivedOn, addDays(dayOf(until), -DAYS_MAX)), lte(receivedOn, dayOf(until))))
    .groupBy(receivedOn)
    .orderBy(asc(receivedOn));
  let results = 0;
  const days = found.toReversed().filter((one) => {
    results += one.results;
    return results <= RESULTS_MAX;
  });
  const all = days.reduce((sum, { consignments }) => sum + consignments, 0);
  return { days: days.map(({ day }) => day).reverse(), oneIn: Math.max(1, Math.ceil(all / SAMPLE_WANTED)) };
}

/**
 * The consignments first received on a day that have a result recorded until an instant, and those of the even sample: the facts of
 * the version that was examined, else of the one in force at that instant. Ordered, so that the same day is read alike each time.
 */
export async function trainingDay(from: Executor, day: string, oneIn: number, until: Date): Promise<LearnedRow[]> {
  const isSampled = sql<boolean>`mod(hashtextextended(${clearances.consignmentId}::text, 0), ${oneIn}) = 0`;
  const rows = await from
    .select({ id: clearances.consignmentId, selectionReason: clearances.selectionReason, isSampled })
    .from(clearances)
    .where(
      and(
        eq(clearances.receivedOn, day),
        ne(clearances.status, 'withdrawn'),
        or(ne(clearances.examinationOutcome, 'none'), isSampled),
      ),
    );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const results = await resultsOf(from, ids, until);
  const facts = await factsOf(from, day, ids, until);
  const drawn = rows.filter(({ selectionReason }) => selectionReason === 'random').map(({ id }) => id);
  const probabilities = await probabilitiesOf(from, day, drawn);
  const learned = rows.flatMap(({ id, isSampled: sampled }) => {
    const result = results.get(id);
    const seen = facts.get(id)?.findLast(({ assessedAt }) => !result || assessedAt <= result.recordedAt);
    if (!seen || !(result || sampled)) return [];
    const row = { row: consignmentRow(seen, day), result: null, isSampled: sampled };
    const learnedResult = result ? learnedOf(result, probabilities.get(id) ?? null) : null;
    return learnedResult || sampled
      ? [{ at: seen.assessedAt.getTime(), id, row: { ...row, result: learnedResult } }]
      : [];
  });
  return learned.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ row }) => row);
}

/** One parameter, however many there are: a day may bring more consignments than a statement takes parameters. */
const isOneOf = (column: Column, ids: readonly string[]): SQL => sql`${column} = any(${sql.param([...ids])}::uuid[])`;

type Result = { code: ResultCode; recordedAt: Date; extraMinor: bigint };

/** The last result of each consignment, with the charges that all of its results and the duties stated for it found. */
async function resultsOf(from: Executor, ids: readonly string[], until: Date): Promise<ReadonlyMap<string, Result>> {
  const rows = await from
    .select({
      id: examinations.consignmentId,
      code: examinations.resultCode,
      recordedAt: examinations.recordedAt,
      extraMinor: examinations.extraChargesMinor,
    })
    .from(examinations)
    .where(and(isOneOf(examinations.consignmentId, ids), lte(examinations.recordedAt, until)))
    .orderBy(asc(examinations.recordedAt), asc(examinations.examinationId));
  const results = new Map<string, Result>();
  for (const { id, code, recordedAt, extraMinor } of rows) {
    if (code === null || recordedAt === null) continue;
    const before = results.get(id)?.extraMinor ?? 0n;
    results.set(id, { code: code as ResultCode, recordedAt, extraMinor: before + (extraMinor ?? 0n) });
  }
  for (const { id, extraMinor } of await statedOf(from, ids, until)) {
    const result = results.get(id);
    if (result && extraMinor !== null) result.extraMinor += extraMinor;
  }
  return results;
}

/** Duties that officers stated until then. */
async function statedOf(from: Executor, ids: readonly string[], until: Date) {
  return from
    .select({ id: statedDuties.consignmentId, extraMinor: statedDuties.extraChargesMinor })
    .from(statedDuties)
    .where(and(isOneOf(statedDuties.consignmentId, ids), lte(statedDuties.statedAt, until)));
}

type Facts = typeof profileFacts.$inferSelect;

/** The facts of every version assessed until then, oldest first. */
async function factsOf(from: Executor, day: string, ids: readonly string[], until: Date) {
  const rows = await from
    .select()
    .from(profileFacts)
    .where(
      and(
        eq(profileFacts.receivedOn, day),
        isOneOf(profileFacts.consignmentId, ids),
        lte(profileFacts.assessedAt, until),
      ),
    )
    .orderBy(asc(profileFacts.version));
  const facts = new Map<string, Facts[]>();
  for (const row of rows) {
    const versions = facts.get(row.consignmentId);
    if (versions) versions.push(row);
    else facts.set(row.consignmentId, [row]);
  }
  return facts;
}

/** How likely it was that the draw chose each of these. */
async function probabilitiesOf(
  from: Executor,
  day: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({ id: assessments.consignmentId, probability: assessments.randomProbability })
    .from(assessments)
    .where(and(eq(assessments.receivedOn, day), isOneOf(assessments.consignmentId, ids)))
    .orderBy(asc(assessments.version));
  return new Map(rows.map(({ id, probability }) => [id, Number(probability)]));
}

/** What was found, where somebody looked inside. `drawn` is the chance of the draw, where one chose. */
function learnedOf({ code, recordedAt, extraMinor }: Result, drawn: number | null): LearnedResult | null {
  const outcome = outcomeOf(code);
  if (outcome === 'not_done') return null;
  return {
    isFinding: outcome === 'finding',
    isCritical: isCritical(code),
    knownOn: dayOf(recordedAt),
    isRandom: drawn !== null,
    weight: drawn !== null && drawn > 0 ? 1 / drawn : 1,
    stakeMinor: Number(extraMinor),
  };
}
