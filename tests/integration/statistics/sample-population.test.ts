import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { recomputeStatistics } from '@/db/commands/statistics/recompute';
import { db, withOwnerClient } from '@/db/connection';
import { samplePopulation } from '@/db/queries/statistics/sample-population';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { DAY_MS, dayOf } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { byChannel, consignmentsLike, inLane, type Placed, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { amend, examine, putInLane, releaseAfter, reopen, withdraw } from './ledger';

useDatabase();
let desk: Desk;
const TODAY = dayOf(NOW);

beforeAll(async () => {
  desk = await aDesk();
});

/** The same by looking at every consignment of the ledger. */
async function byLedger(origins: readonly string[]) {
  const { rows } = await db().execute<{ reason: string | null; stratum: string | null } & Record<string, unknown>>(sql`
    with looked as (
      select s.*, case when s.value_minor <= 2200 then '0-22' when s.value_minor <= 15000 then '22-150' else '150+' end as class,
        s.selection_reason = 'random' or s.lane_effective <> 'red' as is_rest,
        exists (select from risk.selections u where u.consignment_id = s.consignment_id and u.inclusion_probability = 0) as is_undrawable
      from clearance.clearances s
      where s.status <> 'withdrawn' and (${origins.length} = 0 or exists (select from consignment.items i
        where i.consignment_id = s.consignment_id and i.is_principal = 1
          and i.origin_country = any(${sql.param([...origins])}::text[])))
    )
    select case when is_rest and not is_undrawable then null when is_rest then 'no_draw'
        when selection_reason in ('mandatory', 'rule', 'score') then selection_reason else 'officer' end as reason,
      case when is_rest and not is_undrawable then channel || ' ' || class end as stratum, count(*)::int as consignments,
      count(*) filter (where selection_reason = 'random')::int as drawn,
      count(*) filter (where examination_outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where examination_outcome = 'finding')::int as findings
    from looked group by 1, 2`);
  return {
    counts: rows
      .flatMap(({ stratum, consignments, drawn }) => (stratum ? [`${stratum}: ${consignments}, ${drawn} drawn`] : []))
      .sort(),
    apart: rows
      .flatMap(({ reason, consignments, examined, findings }) =>
        reason ? [`${reason}: ${consignments}, ${examined}, ${findings}`] : [],
      )
      .sort(),
  };
}

async function byStatistics(origins: readonly string[]) {
  const filter = parseStatisticsFilter({ period: 'last90', origin: [...origins] });
  const { counts, apart } = await samplePopulation(desk.analyst, filter, resolveFilter(filter, TODAY).period);
  return {
    counts: counts
      .map(({ channel, valueClass, size, drawn }) => `${channel} ${valueClass}: ${size}, ${drawn} drawn`)
      .sort(),
    apart: apart.map((one) => `${one.reason}: ${one.consignments}, ${one.examined}, ${one.findings}`).sort(),
  };
}

describe('what the random draw was made from', () => {
  it('is told by the statistics as the ledger tells it, through random changes and folds', async () => {
    const random = seededRandom(31);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const placed: Placed[] = [];
    const reasons = new Set<string>();
    for (let step = 0; step < 50; step += 1) {
      if (placed.length < 8 || random() < 0.4) {
        placed.push(
          ...(await consignmentsLike(
            desk,
            1 + Math.floor(random() * 4),
            receivedAt(new Date(NOW.getTime() - Math.floor(random() * 5) * DAY_MS)),
            inLane(
              pick(['green', 'blue', 'yellow', 'red', 'red', 'red']),
              pick(['none', 'score', 'rule', 'random', 'mandatory', 'officer']),
            ),
            byChannel(pick(['post', 'express', 'cargo'])),
            // Two items whose values lie in other classes than their sum.
            withItems(
              ...pick([
                [{ value: '21.00' }],
                [{ value: '90.00' }, { value: '80.00', originCountry: 'TR' }],
                [{ value: '400.00' }],
              ]),
            ),
          )),
        );
      }
      const some = placed.filter(() => random() < 0.3);
      const act = pick(['release', 'reopen', 'withdraw', 'examine', 'lane', 'amend', 'fold', 'undrawable'] as const);
      if (act === 'release') await releaseAfter(some, 60);
      if (act === 'reopen') await reopen(some);
      if (act === 'withdraw') await withdraw(some.slice(0, 1));
      if (act === 'examine') await examine(some, pick(['conform', 'finding', 'not_done']));
      if (act === 'lane') await putInLane(some, pick(['green', 'yellow', 'red']));
      if (act === 'amend') await amend(some, pick(['CN', 'VN', null]), pick([2_200, 2_201, 15_000, 15_001]));
      if (act === 'fold') await foldContributions(SYSTEM_ACTOR, pick([3, 10_000]));
      if (act === 'undrawable') await leaveWithoutDraw(some.slice(0, 2));
      if (step % 5 !== 4) continue;
      for (const line of (await byLedger([])).apart) reasons.add(line.split(':')[0] ?? '');
      for (const origins of [[], ['CN', 'TR']]) expect(await byStatistics(origins)).toEqual(await byLedger(origins));
    }
    expect((await byLedger([])).counts.length).toBeGreaterThan(5);
    expect([...reasons].sort()).toEqual(['mandatory', 'no_draw', 'officer', 'rule', 'score']);
  });

  it('is repaired where a band of value was told otherwise before', async () => {
    const [one] = await consignmentsLike(desk, 1, byChannel('post'), withItems({ value: '90.00' }, { value: '80.00' }));
    while ((await foldContributions(SYSTEM_ACTOR)) > 0);
    await db().execute(sql`update statistics.cells set value_band = '45-100'
      where cube = 'fine' and day = ${one?.receivedOn ?? ''} and channel = 'post' and value_band = '150-1000' and consignments > 0`);
    await db().execute(sql`delete from statistics.cells where cube = 'sample' and day = ${one?.receivedOn ?? ''}`);
    expect(await byStatistics([])).not.toEqual(await byLedger([]));
    await recomputeStatistics(SYSTEM_ACTOR, one?.receivedOn ?? '');
    expect(await byStatistics([])).toEqual(await byLedger([]));
  });
});

const leaveWithoutDraw = (placed: readonly Placed[]) =>
  withOwnerClient((client) =>
    client.query('update risk.selections set inclusion_probability = 0 where consignment_id = any($1)', [
      placed.map(({ consignmentId }) => consignmentId),
    ]),
  );
