import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { demoPartnerActor } from '@/db/demo/partners';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { COUNT_COLUMNS, COUNT_JOIN, type Counts, imbalanceOf, Moments } from '@/tests/faults/import/conserved';
import { importFiles } from '@/tests/faults/import/import-file';
import { useDatabase } from '../../support/database';
import { receivedImport } from '../../support/received-import';

/** Several batches; references that stand apart, bad rows, and some that were sent before are among them. */
const ROWS = 1_600;
const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 120_000;

/** The worker waits for this lock once the file is read, and at the end of each batch, with all it did not yet committed. */
const GATE = 1;
const TRIGGERS = `
  create function public.gate() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(${GATE}); return new; end $$;
  create trigger gate before update on intake.submissions for each row
    when (old.status = 'staging' and new.status = 'processing') execute function public.gate();
  create trigger gate before insert on audit.log for each row
    when (new.action = 'intake.process') execute function public.gate();`;
const WAITING = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

const database = useDatabase();
const platform = demoPartnerActor('harbour-lane');
let submissionId = '';

beforeAll(async () => {
  submissionId = await receivedImport(platform, importFiles(ROWS, 1, new Date()));
});

async function look(client: pg.Client): Promise<Counts> {
  const { rows } = await client.query<Counts>(
    `select ${COUNT_COLUMNS} from intake.submissions s ${COUNT_JOIN} where s.id = $1`,
    [submissionId],
  );
  if (!rows[0]) throw new Error('The submission is not there.');
  return rows[0];
}

/** Until the worker waits at the gate. */
async function untilWaiting(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ n: number }>(WAITING);
    if (rows[0]?.n) return;
    await sleep(LOOK_EVERY_MS);
  }
}

describe('The records of a submission', () => {
  it(
    'are each done or pending, to whoever looks while a batch is in flight and at every boundary between two',
    async () => {
      await database.owner(async (client) => {
        await client.query(TRIGGERS);
        await client.query('select pg_advisory_lock($1)', [GATE]);
        const finished = processSubmission(SYSTEM_ACTOR, submissionId);
        const boundaries: Counts[] = [];
        const inFlight: Counts[] = [];
        for (let last: Counts['status'] = 'stored'; last !== 'finished'; ) {
          await untilWaiting(client);
          inFlight.push(await look(client));
          // Who waits gets the gate first; it comes back when that transaction is over, and before the next one passes it.
          await client.query('select pg_advisory_unlock($1)', [GATE]);
          await client.query('select pg_advisory_lock($1)', [GATE]);
          const boundary = await look(client);
          boundaries.push(boundary);
          last = boundary.status;
        }
        await client.query('select pg_advisory_unlock($1)', [GATE]);
        expect(await finished).toMatchObject({ status: 'finished' });

        expect([...inFlight, ...boundaries].map(imbalanceOf).filter((imbalance) => imbalance !== null)).toEqual([]);
        // A batch is seen whole or not at all: while one is in flight, the boundary before it is what stands.
        expect(inFlight.slice(1)).toEqual(boundaries.slice(0, -1));
        expect(boundaries.length).toBeGreaterThanOrEqual(3);
        const [first] = boundaries;
        expect(first).toMatchObject({ processed: 0, pending: first?.received, accepted: 0 });
        expect(boundaries.at(-1)).toMatchObject({ pending: 0, received: first?.received });
        for (const counts of boundaries.slice(1, -1)) expect(counts.pending).toBeGreaterThan(0);
      });
    },
    PATIENCE_MS,
  );
});

describe('A moment of an import', () => {
  const balanced: Counts = {
    status: 'processing',
    received: 10,
    accepted: 2,
    quarantined: 1,
    unchanged: 1,
    updated: 1,
    processed: 6,
    pending: 5,
    left: 0,
  };

  it('is in balance when each record is done or pending, gaps between their numbers or not', () => {
    expect(imbalanceOf(balanced)).toBeNull();
    expect(imbalanceOf({ ...balanced, processed: 5 })).toBeNull();
  });

  it.each([
    ['a record that is nowhere', { pending: 4 }, '10 received, but 2 accepted + 1 quarantined'],
    ['a record that is in two places', { accepted: 3 }, '10 received, but 3 accepted + 1 quarantined'],
    ['a record that waits behind the cursor', { left: 1 }, '1 records wait that the cursor has passed'],
    ['more done than the cursor has passed', { processed: 4 }, '5 records done, more than the cursor has passed'],
  ])('is told when it shows %s', (_, change, told) => {
    expect(imbalanceOf({ ...balanced, ...change })).toContain(told);
  });

  it('is counted, and each imbalance told once with how often it was seen', () => {
    const moments = new Moments();
    for (const pending of [5, 4, 4]) moments.add({ ...balanced, pending });
    expect([moments.sampled, moments.disagreed]).toEqual([3, 2]);
    expect(moments.differences('broken')).toEqual([expect.stringMatching(/^broken: 2 times while processing/)]);
  });
});
