import pg from 'pg';
import type { Instance } from '@/tests/support/instance';
import { signIn } from '@/tests/support/sign-in';
import { measureExplorer } from './explorer';
import { type Figure, percentile } from './report';
import { timeOf } from './time-of';

const WARM_UP = 5;

/** Pages as officers and analysts ask for them, one after the other, from the request to the last byte of the answer. */
export async function measurePages(
  instance: Instance,
  databaseUrl: string,
  wish: { readonly requests: number; readonly label: string },
): Promise<Figure[]> {
  const officer = await signIn(instance, 'officer1');
  const analyst = await signIn(instance, 'analyst');
  const ledger = await countLedger(databaseUrl);
  const pages: readonly (readonly [string, string, string, string])[] = [
    ['queue', officer, '/queue', `queue page, ${ledger.open} open among ${ledger.all}`],
    ['queue_filtered', officer, '/queue?lane=red&minScore=50', 'queue page, red lane from score 50'],
    ['dashboard', analyst, '/statistics', 'dashboard as it opens: 30 days and the 30 before, all offices'],
    ['dashboard_filtered', analyst, '/statistics?origin=CN&lane=red', 'dashboard narrowed to an origin and a lane'],
    ['director', analyst, '/statistics/dashboards/director', 'dashboard of a director, with a forecast from a year'],
    ['items', analyst, '/statistics/items?origin=CN', 'list behind a figure, first page'],
  ];
  const figures: Figure[] = [];
  for (const [name, cookie, path, note] of pages) {
    const samples = await timesOf(`${instance.baseUrl}${path}`, cookie, wish.requests);
    figures.push(
      { name: `${name}_p50_ms_${wish.label}`, value: percentile(samples, 0.5), note: `p50, ${note}` },
      { name: `${name}_p95_ms_${wish.label}`, value: percentile(samples, 0.95), note: `p95, ${note}` },
    );
  }
  const asked = await measureExplorer(instance.baseUrl, analyst, wish.requests);
  const grouped = await rawGroupBy(databaseUrl);
  const p95 = figures.find(({ name }) => name.startsWith('dashboard_p95'))?.value ?? Number.NaN;
  return [
    ...figures,
    ...asked.map((figure) => ({ ...figure, name: `${figure.name}_${wish.label}` })),
    {
      name: `group_by_ms_${wish.label}`,
      value: grouped,
      note: 'one raw GROUP BY of the same 60 days by day and origin',
    },
    {
      name: `group_by_ratio_${wish.label}`,
      value: grouped / p95,
      note: 'times the whole dashboard page (p95) fits into it',
    },
  ];
}

async function timesOf(url: string, cookie: string, requests: number): Promise<number[]> {
  const samples: number[] = [];
  for (let request = -WARM_UP; request < requests; request += 1) {
    const took = await timeOf(url, cookie);
    if (request >= 0) samples.push(took);
  }
  return samples;
}

async function countLedger(databaseUrl: string): Promise<{ open: number; all: number }> {
  const [row] = await ask<{ open: number; all: number }>(
    databaseUrl,
    `select count(*)::int as all,
       (count(*) filter (where status in ('selected', 'examination', 'awaiting_second')))::int as open
     from clearance.clearances`,
  );
  if (!row) throw new Error('a count gave no row');
  return row;
}

async function rawGroupBy(databaseUrl: string): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const startedAt = performance.now();
    await ask(
      databaseUrl,
      `select s.received_on, i.origin_country, sum(i.is_principal), count(*), sum(i.value_minor), sum(i.duty_minor), sum(i.vat_minor)
       from clearance.clearances s
       join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on
       where s.received_on > current_date - 60 group by 1, 2`,
    );
    samples.push(performance.now() - startedAt);
  }
  return percentile(samples, 0.5);
}

async function ask<Row extends pg.QueryResultRow>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
