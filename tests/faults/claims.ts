import { join } from 'node:path';
import pg from 'pg';
import { percentile } from '@/tests/bench/report';
import { type ClaimCheck, checkClaims } from '@/tests/support/claim-ledger';
import { AtWork, type Officer, type Shift } from './claims/officer';
import { fillQueue, QUEUE_OFFICE, signedInOfficers } from './claims/queue';
import { databaseUrlOf } from './shared/ledger';
import { type Outcome, say, table } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { ThrowAway } from './shared/throw-away';

const DEMO_CONSIGNMENTS = 300;
const DECIDES = 0.08;

type Options = { readonly claims: number; readonly open: number; readonly officers: number; readonly seed: number };

export const claims = defineRun({
  name: 'claims',
  promise:
    'Officers who claim at once through the pages never hold one consignment together, and none is told a claim that is not.',
  options: { claims: 10_000, open: 10_000, officers: 50, seed: 1 },
  run,
});

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  const place = new ThrowAway(join(folder, 'claims'), DEMO_CONSIGNMENTS, signal);
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    await place.start();
    const databaseUrl = await databaseUrlOf(place.dataDir);
    say(`sending ${options.open} doubtful consignments to ${QUEUE_OFFICE}`);
    const open = await fillQueue(place, databaseUrl, options.open);
    say(`signing ${options.officers} officers in`);
    const officers = await signedInOfficers(place, databaseUrl, options);
    const shift: Shift = {
      baseUrl: place.baseUrl,
      wanted: options.claims,
      board: [],
      answered: [],
      claimMs: { next: [], one: [] },
      endMs: { giveBack: [], decide: [] },
      decides: DECIDES,
      refusals: new Map(),
      decided: { count: 0 },
    };
    say(`${options.officers} officers make ${options.claims} claims over ${open} open consignments`);
    const startedAt = performance.now();
    const telling = setInterval(() => say(`${shift.answered.length} claims`), 20_000);
    await Promise.all(officers.map((officer) => new AtWork(officer, shift).work(signal))).finally(() =>
      clearInterval(telling),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const check = await checked(databaseUrl, officers, shift);
    return outcomeOf(options, { shift, check, seconds, open });
  } finally {
    await place.sweep();
  }
}

async function checked(databaseUrl: string, officers: readonly Officer[], shift: Shift): Promise<ClaimCheck> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await checkClaims(
      client,
      officers.map(({ id }) => id),
      shift.answered,
    );
  } finally {
    await client.end();
  }
}

type Done = { readonly shift: Shift; readonly check: ClaimCheck; readonly seconds: number; readonly open: number };

function outcomeOf(options: Options, { shift, check, seconds, open }: Done): Outcome {
  const samples = {
    'take next': shift.claimMs.next,
    'claim one': shift.claimMs.one,
    'give back': shift.endMs.giveBack,
    release: shift.endMs.decide,
  };
  const shares = [0.5, 0.95, 0.99];
  const rows = Object.entries(samples).map(([name, own]) => [
    name,
    own.length,
    ...shares.map((share) => Math.round(percentile(own, share))),
  ]);
  const refused = [...shift.refusals].sort(([, a], [, b]) => b - a);
  const both = [...shift.claimMs.next, ...shift.claimMs.one];
  return {
    differences: check.differences,
    lines: [
      ...table(['call', 'times', 'p50 ms', 'p95 ms', 'p99 ms'], rows),
      `  refused: ${refused.map(([code, count]) => `${count} ${code}`).join(', ') || 'none'}`,
    ],
    figures: {
      seed: options.seed,
      officers: options.officers,
      open_consignments: open,
      claims: check.claims,
      claims_per_s: Number((check.claims / seconds).toFixed(1)),
      claim_p50_ms: Math.round(percentile(both, 0.5)),
      claim_p95_ms: Math.round(percentile(both, 0.95)),
      claim_p99_ms: Math.round(percentile(both, 0.99)),
      refusals: refused.reduce((sum, [, count]) => sum + count, 0),
      release_p95_ms: Math.round(percentile(shift.endMs.decide, 0.95)),
      released: shift.decided.count,
      double_holds: check.doubleHolds,
      instants_in_disorder_max_ms: check.disorderMsMax,
    },
  };
}
