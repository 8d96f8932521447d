import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { closeConnections } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { DAY_MS } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { aPerson } from '@/tests/support/people';
import { signInAs } from '@/tests/support/sign-in';
import { csvOf } from '@/tests/support/submissions';
import { Follower, isOver } from '../import/follow';
import { partnerKey, sendFile } from '../import/send';
import type { ThrowAway } from '../shared/throw-away';
import type { Officer } from './officer';

/** An office the demo leaves alone: what is open there is what a run has sent. */
export const QUEUE_OFFICE = 'SEARN';
const FILL_MS_MAX = 900_000;

/** A file of gifts of forty T-shirts, which no rule releases by itself, numbered from `first` on. */
export function doubtfulFile(count: number, first = 0): Buffer {
  const from = Date.now() + 2 * DAY_MS;
  const rows = Array.from({ length: count }, (_, offset) => {
    const index = first + offset;
    return {
      reference: `FC-${index}`,
      office: QUEUE_OFFICE,
      expected_arrival_at: new Date(from + index * 1_000).toISOString(),
      recipient_name: `Nora ${index} Testmann`,
      recipient_address: `Dock Street ${index}`,
      transaction_type: 'gift',
      quantity: '40',
      value: '44.00',
    };
  });
  return Buffer.from(csvOf(rows));
}

/** Where it is sent; the folder of the database where that is not within the data folder. */
type Filled = Pick<ThrowAway, 'baseUrl' | 'dataDir' | 'checkAlive'> & { readonly databaseDir?: string };

/** Sends such a file and gives how many wait for an officer. */
export async function fillQueue(place: Filled, databaseUrl: string, count: number): Promise<number> {
  const answer = await sendFile(place.baseUrl, partnerKey(place.dataDir), doubtfulFile(count), {
    idempotencyKey: 'queue',
    lastsMs: 0,
  });
  if (answer.kind !== 'taken') throw new Error(`The file was not taken: ${JSON.stringify(answer)}`);
  const follower = new Follower(
    { dataDir: place.databaseDir ?? place.dataDir, checkAlive: () => place.checkAlive() },
    answer.submissionId,
  );
  await follower.until(isOver, FILL_MS_MAX).finally(() => follower.close());
  const [counted] = await asked<{ n: number }>(
    databaseUrl,
    `select count(*)::int as n from clearance.clearances where office_id = '${QUEUE_OFFICE}' and status = 'selected'`,
  );
  if (!counted || counted.n < count)
    throw new Error(`Only ${counted?.n ?? 0} of ${count} consignments wait for an officer.`);
  return counted.n;
}

/** So many officers of an office, each with an account and a session. */
export async function signedInOfficers(
  place: Pick<ThrowAway, 'baseUrl'>,
  databaseUrl: string,
  options: { readonly officers: number; readonly seed: number; readonly office?: string },
): Promise<Officer[]> {
  setDatabaseUrl(databaseUrl);
  const officers: Officer[] = [];
  try {
    for (let index = 0; index < options.officers; index += 1) {
      const password = randomBytes(12).toString('base64url');
      const { id, email } = await aPerson({ offices: [options.office ?? QUEUE_OFFICE], password });
      const cookie = await signInAs(place.baseUrl, { email, password });
      officers.push({ id, cookie, random: seededRandom(options.seed * 1_000 + index) });
    }
    return officers;
  } finally {
    await closeConnections();
    setDatabaseUrl(undefined);
  }
}

/** Asks the database of a run, past the application. */
export async function asked<Row extends pg.QueryResultRow>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
