import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Rate } from '@/lib/kernel/wilson';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { sampleRate } from '@/lib/statistics/sample-estimate';
import {
  type Overlap,
  overlapsOf,
  type PairCount,
  YIELD_OUTCOMES,
  type Yield,
  type YieldCount,
  type YieldKind,
  type YieldOutcome,
  yieldsOf,
} from '@/lib/statistics/yields';
import { getRandomSample } from './get-random-sample';
import { lookedAt, RANKED_BY_MODEL, RULES_MET } from './looked-at';
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
  kind: YieldKind | 'total';
  key: string;
  outcome: YieldOutcome;
  consignments: number;
  seconds: number;
  timed: number;
  extra: string;
  open_charges: number;
};
type PairRow = { a_kind: YieldKind; a_key: string; b_kind: YieldKind; b_key: string; both: number; findings: number };

/** What each reason, officer's choice, profile and indicator led to, which of them meet the same consignments, and which meet none. */
export async function getYields(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
): Promise<Yields> {
  authorise(actor, 'statistics.read');
  const set = lookedAt(actor, filter, period);
  const [found, dead, sample] = await Promise.all([
    db().execute<{ counted: Row[]; paired: PairRow[] }>(sql`with ${set}, ${RULES_MET}, ${RANKED_BY_MODEL}, sources as (
        select consignment_id, 'total' as kind, '' as key from looked_at
        union all select consignment_id, 'reason', selection_reason from looked_at
        union all select consignment_id, 'choice', 'officer' from looked_at where is_choice
        union all select consignment_id, 'model', key from ranked_by_model
        union all select consignment_id, kind, key from rules_met
      ), counted as (
        select kind, key, outcome, count(*)::int as consignments, sum(seconds)::float8 as seconds, sum(timed)::int as timed,
          sum(extra_minor)::text as extra, count(*) filter (where is_open)::int as open_charges
        from sources join looked_at using (consignment_id) group by kind, key, outcome
      ), paired as (
        select a.kind as a_kind, a.key as a_key, b.kind as b_kind, b.key as b_key, count(*)::int as both,
          count(*) filter (where l.outcome = 'finding')::int as findings
        from rules_met a
        join rules_met b on b.consignment_id = a.consignment_id and (b.kind, b.key) > (a.kind, a.key)
        join looked_at l on l.consignment_id = a.consignment_id
        where a.kind <> 'shadow' and b.kind <> 'shadow'
        group by 1, 2, 3, 4
      )
      select (select coalesce(json_agg(c), '[]') from counted c) as counted,
        (select coalesce(json_agg(p), '[]') from paired p) as paired`),
    rulesWithoutHits(actor, filter, period),
    getRandomSample(actor, filter, { period }),
  ]);
  const { counted, paired } = found.rows[0] ?? { counted: [], paired: [] };
  const random = sampleRate(sample.all);
  const counts = countsOf(counted);
  const total = counts.find(({ kind }) => kind === 'total');
  const sources = counts.flatMap(({ kind, ...rest }) => (kind === 'total' ? [] : [{ ...rest, kind }]));
  const rows = yieldsOf(sources, random);
  const pairs = paired.map(
    (row): PairCount => ({
      a: { kind: row.a_kind, key: row.a_key },
      b: { kind: row.b_kind, key: row.b_key },
      both: row.both,
      findings: row.findings,
    }),
  );
  return {
    total: { ...(total ?? countOf('', [])), kind: 'reason' },
    rows,
    random,
    overlaps: overlapsOf(pairs, rows),
    dead,
    profiles: await namesOfProfiles([...rows, ...dead]),
  };
}

type Count = Omit<YieldCount, 'kind'>;

function countsOf(rows: readonly Row[]): readonly (Count & { kind: Row['kind'] })[] {
  const sources = new Map<string, Row[]>();
  for (const row of rows) {
    const source = `${row.kind} ${row.key}`;
    sources.set(source, [...(sources.get(source) ?? []), row]);
  }
  return [...sources.values()].flatMap((own) => (own[0] ? [{ ...countOf(own[0].key, own), kind: own[0].kind }] : []));
}

function countOf(key: string, rows: readonly Row[]): Count {
  const of = (outcome: YieldOutcome) => rows.find((row) => row.outcome === outcome)?.consignments ?? 0;
  const sum = (value: (row: Row) => number) => rows.reduce((total, row) => total + value(row), 0);
  return {
    key,
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
