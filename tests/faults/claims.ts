import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { closeConnections } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { DAY_MS } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { percentile } from '@/tests/bench/report';
import { type ClaimCheck, checkClaims } from '@/tests/support/claim-ledger';
import { aPerson } from '@/tests/support/people';
import { signInAs } from '@/tests/support/sign-in';
import { csvOf } from '@/tests/support/submissions';
import { AtWork, type Officer, type Shift } from './claims/officer';
import { Follower, isOver } from './import/follow';
import { partnerKey, sendFile } from './import/send';
import { databaseUrlOf } from './shared/ledger';
import { type Outcome, say, table } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { ThrowAway } from './shared/throw-away';

/** An office the demo leaves alone: what is open there is what this run has sent. */
const OFFICE = 'SEARN';
const DEMO_CONSIGNMENTS = 300;
const FILL_MS_MAX = 900_000;

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
    say(`sending ${options.open} doubtful consignments to ${OFFICE}`);
    const open = await fillQueue(place, databaseUrl, options.open);
    say(`signing ${options.officers} officers in`);
    const officers = await signedInOfficers(place, databaseUrl, options);
    const shift: Shift = {
      baseUrl: place.baseUrl,
      wanted: options.claims,
      board: [],
      answered: [],
      claimMs: { next: [], one: [] },
      endMs: [],
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

/** Gifts of forty T-shirts, which no rule releases by itself; gives how many wait for an officer. */
async function fillQueue(place: ThrowAway, databaseUrl: string, count: number): Promise<number> {
  const from = Date.now() + 2 * DAY_MS;
  const rows = Array.from({ length: count }, (_, index) => ({
    reference: `FC-${index}`,
    office: OFFICE,
    expected_arrival_at: new Date(from + index * 1_000).toISOString(),
    recipient_name: `Nora ${index} Testmann`,
    recipient_address: `Dock Street ${index}`,
    transaction_type: 'gift',
    quantity: '40',
    value: '44.00',
  }));
  const answer = await sendFile(place.baseUrl, partnerKey(place.dataDir), Buffer.from(csvOf(rows)), {
    idempotencyKey: 'queue',
    lastsMs: 0,
  });
  if (answer.kind !== 'taken') throw new Error(`The file was not taken: ${JSON.stringify(answer)}`);
  const follower = new Follower(place, answer.submissionId);
  await follower.until(isOver, FILL_MS_MAX).finally(() => follower.close());
  const [counted] = await asked<{ n: number }>(
    databaseUrl,
    `select count(*)::int as n from clearance.clearances where office_id = '${OFFICE}' and status = 'selected'`,
  );
  if (!counted || counted.n < count)
    throw new Error(`Only ${counted?.n ?? 0} of ${count} consignments wait for an officer.`);
  return counted.n;
}

async function signedInOfficers(place: ThrowAway, databaseUrl: string, options: Options): Promise<Officer[]> {
  setDatabaseUrl(databaseUrl);
  const officers: Officer[] = [];
  try {
    for (let index = 0; index < options.officers; index += 1) {
      const password = randomBytes(12).toString('base64url');
      const { id, email } = await aPerson({ offices: [OFFICE], password });
      const cookie = await signInAs(place.baseUrl, { email, password });
      officers.push({ id, cookie, random: seededRandom(options.seed * 1_000 + index) });
    }
    return officers;
  } finally {
    await closeConnections();
    setDatabaseUrl(undefined);
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

async function asked<Row extends pg.QueryResultRow>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

type Done = { readonly shift: Shift; readonly check: ClaimCheck; readonly seconds: number; readonly open: number };

function outcomeOf(options: Options, { shift, check, seconds, open }: Done): Outcome {
  const samples = {
    'take next': shift.claimMs.next,
    'claim one': shift.claimMs.one,
    'give back or release': shift.endMs,
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
      released: shift.decided.count,
      double_holds: check.doubleHolds,
      instants_in_disorder_max_ms: check.disorderMsMax,
    },
  };
}
