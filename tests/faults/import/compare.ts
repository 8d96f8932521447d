import pg from 'pg';
import { checkStatistics } from '@/db/commands/statistics/recompute';
import { closeConnections } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { apart, digestsOf } from '@/tests/support/ledger-digest';

export type Side = { readonly name: string; readonly databaseUrl: string; readonly submissionId: string };

/** What two runs of one file must have in common, table by table. Gives a sentence for each that differs. */
export async function compareRuns(one: Side, other: Side): Promise<{ differences: string[]; rows: number }> {
  const sides = await Promise.all([one, other].map(opened));
  const differences: string[] = [];
  let rows = 0;
  try {
    const [first, second] = await Promise.all(sides.map(({ client, submissionId }) => digestsOf(client, submissionId)));
    for (const [name, expected] of first ?? []) {
      const found = second?.get(name);
      rows += expected.rows;
      if (found?.hash === expected.hash && found.rows === expected.rows) continue;
      const keys = await apart(name, sides);
      differences.push(
        `${name}: ${one.name} has ${expected.rows} rows, ${other.name} ${found?.rows ?? 0}; for instance ${keys.join('; ')}`,
      );
    }
    return { differences, rows };
  } finally {
    await Promise.all(sides.map(({ client }) => client.end()));
  }
}

async function opened({ databaseUrl, submissionId }: Side): Promise<{ client: pg.Client; submissionId: string }> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' });
  await client.connect();
  return { client, submissionId };
}

/** What must hold within one run, whatever another did: nothing doubled, one assessment each, statistics as the ledger tells. */
export async function checkRun({ databaseUrl, submissionId, name }: Side): Promise<string[]> {
  const { client } = await opened({ databaseUrl, submissionId, name });
  const differences: string[] = [];
  try {
    for (const [sentence, statement] of RULES) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${statement}) as broken`, [
        submissionId,
      ]);
      if (rows[0]?.n) differences.push(`${name}: ${rows[0].n} times ${sentence}`);
    }
    const days = await client.query<{ day: string }>(
      `select distinct received_on::text as day from consignment.versions where submission_id = $1`,
      [submissionId],
    );
    setDatabaseUrl(databaseUrl);
    for (const { day } of days.rows) {
      const check = await checkStatistics(SYSTEM_ACTOR, day);
      if (check.differences.length > 0)
        differences.push(`${name}: ${check.differences.length} cells of ${day} differ from the ledger`);
      if (check.disagreeingCubes.length > 0)
        differences.push(`${name}: cubes ${check.disagreeingCubes.join(', ')} of ${day} do not sum up the finest one`);
    }
    return differences;
  } finally {
    await closeConnections();
    setDatabaseUrl(undefined);
    await client.end();
  }
}

const OF_SUBMISSION = '$1::uuid is not null';

/** Statements that find what must not be, with what it would be. */
const RULES: readonly (readonly [string, string])[] = [
  [
    'a consignment stood twice',
    `select consignment_id from consignment.consignments where ${OF_SUBMISSION} group by 1 having count(*) > 1`,
  ],
  [
    'a consignment lacked its identity or its clearance, or had one of another day',
    `select from consignment.identities i
      full join consignment.consignments c using (consignment_id) full join clearance.clearances s using (consignment_id)
      where ${OF_SUBMISSION} and (i.received_on = c.received_on and c.received_on = s.received_on) is not true`,
  ],
  [
    'a consignment had not exactly one assessment of its current version',
    `select c.consignment_id from consignment.consignments c
      left join risk.assessments a on a.consignment_id = c.consignment_id and a.version = c.version
      where ${OF_SUBMISSION} group by 1 having count(a.version) <> 1`,
  ],
  [
    'the versions of a consignment were not one, two, three, up to the current one',
    `select c.consignment_id from consignment.consignments c join consignment.versions v using (consignment_id)
      where ${OF_SUBMISSION} group by c.consignment_id, c.version
      having count(*) <> c.version or min(v.version) <> 1 or max(v.version) <> c.version`,
  ],
  [
    'two versions in a row said the same',
    `select from consignment.versions a join consignment.versions b
      on b.consignment_id = a.consignment_id and b.version = a.version + 1 and b.content_hash = a.content_hash
      where ${OF_SUBMISSION}`,
  ],
  ['a staged row was left over', `select from intake.staged_rows where submission_id = $1`],
  [
    'the figures of the submission did not add up',
    `select from intake.submissions where id = $1 and (status <> 'finished' or records_received
      <> records_accepted + records_quarantined + records_unchanged + records_updated)`,
  ],
  [
    'the audit rows of its batches left a gap or overlapped',
    `select from (select (details ->> 'fromRecord')::int as first, (details ->> 'toRecord')::int as last,
        lag((details ->> 'toRecord')::int, 1, 0) over (order by (details ->> 'fromRecord')::int) as before
      from audit.log where action = 'intake.process' and subject_id = $1::uuid::text) as batch
      where first <> before + 1 or last < first`,
  ],
  [
    'the audit rows of its batches did not add up to the submission',
    `select from intake.submissions s, (select sum((details ->> 'accepted')::int) as accepted,
        sum((details ->> 'updated')::int) as updated, sum((details ->> 'unchanged')::int) as unchanged,
        sum((details ->> 'quarantined')::int) as quarantined, max((details ->> 'toRecord')::int) as last
      from audit.log where action = 'intake.process' and subject_id = $1::uuid::text) as told
      where s.id = $1 and (told.accepted, told.updated, told.unchanged, told.quarantined)
        is distinct from (s.records_accepted, s.records_updated, s.records_unchanged, s.records_quarantined)`,
  ],
  [
    'the sending was audited otherwise than once',
    `select from (select count(*) as n from audit.log where action = 'intake.submit' and subject_id = $1::uuid::text) as a
      where n <> 1`,
  ],
];
