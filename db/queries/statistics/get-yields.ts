import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Rate } from '@/lib/kernel/wilson';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { sampleRate } from '@/lib/statistics/sample-estimate';
import {
  ALL,
  type Overlap,
  overlapsOf,
  type PairCount,
  sourceIn,
  sourceOf,
  YIELD_OUTCOMES,
  type Yield,
  type YieldCount,
  type YieldOutcome,
  yieldsOf,
} from '@/lib/statistics/yields';
import { getRandomSample } from './get-random-sample';
import { lookedAt, selectedAlike } from './looked-at';
import { namesOfProfiles, type ProfileName } from './profile-names';
import { rulesWithoutHits } from './rules-without-hits';

export type Yields = {
  /** Everything a person was to look at, once each. */
  readonly total: YieldCount;
  readonly rows: readonly Yield[];
  /** What the random sample estimates for all it was drawn from; null while it is too small. */
  readonly random: Rate | null;
  readonly overlaps: readonly Overlap[];
  /** Profiles in force and indicators that nothing met in the period. */
  readonly dead: readonly { readonly kind: 'profile' | 'indicator'; readonly key: string }[];
  /** By id: every profile the rows, overlaps and dead rules name. */
  readonly profiles: ReadonlyMap<string, ProfileName>;
};

type Row = {
  source: string;
  outcome: YieldOutcome;
  consignments: number;
  seconds: number;
  timed: number;
  extra: string;
  open_charges: number;
};
type PairRow = { a: string; b: string; both: number; findings: number };

/** What each reason, officer's choice, profile and indicator led to, which of them meet the same consignments, and which meet none. */
export async function getYields(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
): Promise<Yields> {
  authorise(actor, 'statistics.read');
  const set = lookedAt(actor, filter, period);
  const [found, dead, sample] = await Promise.all([
    db().execute<{ counted: Row[]; paired: PairRow[] }>(sql`with ${set}, ${selectedAlike(period)}, counted as (
        select source, outcome, sum(consignments)::int as consignments, sum(seconds)::float8 as seconds, sum(timed)::int as timed,
          sum(extra_minor)::text as extra, sum(open_charges)::int as open_charges
        from alike, unnest(others || rules) as source group by source, outcome
      ), paired as (
        select a, b, sum(consignments)::int as both, coalesce(sum(consignments) filter (where outcome = 'finding'), 0)::int as findings
        from alike, unnest(rules) as a, unnest(rules) as b where a < b collate "C" group by a, b
      )
      select (select coalesce(json_agg(c), '[]') from counted c) as counted,
        (select coalesce(json_agg(p order by a, b), '[]') from paired p) as paired`),
    rulesWithoutHits(actor, filter, period),
    getRandomSample(actor, filter, { period }),
  ]);
  const { counted, paired } = found.rows[0] ?? { counted: [], paired: [] };
  const random = sampleRate(sample.all);
  const counts = countsOf(counted);
  const all = counts.find((count) => sourceOf(count) === ALL);
  const rows = yieldsOf(
    counts.filter((count) => count !== all),
    random,
  );
  const pairs = paired.map(({ a, b, ...counts }): PairCount => ({ ...counts, a: sourceIn(a), b: sourceIn(b) }));
  return {
    total: all ?? countOf(ALL, []),
    rows,
    random,
    overlaps: overlapsOf(pairs, rows),
    dead,
    profiles: await namesOfProfiles([...rows, ...dead]),
  };
}

function countsOf(rows: readonly Row[]): readonly YieldCount[] {
  const sources = new Map<string, Row[]>();
  for (const row of rows) sources.set(row.source, [...(sources.get(row.source) ?? []), row]);
  return [...sources].map(([source, own]) => countOf(source, own));
}

function countOf(source: string, rows: readonly Row[]): YieldCount {
  const of = (outcome: YieldOutcome) => rows.find((row) => row.outcome === outcome)?.consignments ?? 0;
  const sum = (value: (row: Row) => number) => rows.reduce((total, row) => total + value(row), 0);
  return {
    ...sourceIn(source),
    outcomes: Object.fromEntries(YIELD_OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<
      YieldOutcome,
      number
    >,
    seconds: sum(({ seconds }) => seconds),
    timed: sum(({ timed }) => timed),
    extraChargesMinor: rows.reduce((total, { extra }) => total + BigInt(extra), 0n),
    openCharges: sum(({ open_charges }) => open_charges),
  };
}
