import type pg from 'pg';

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

/**
 * What must hold after an import, whatever came between; gives a sentence for each rule that does not. `own`: only the rules of this one
 * submission, where those of the whole database were looked at with another.
 */
export async function brokenRules(
  client: pg.Client,
  submissionId: string,
  which: 'all' | 'own' = 'all',
): Promise<string[]> {
  const broken: string[] = [];
  for (const [sentence, statement] of RULES) {
    if (which === 'own' && statement.includes(OF_SUBMISSION)) continue;
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${statement}) as broken`, [
      submissionId,
    ]);
    if (rows[0]?.n) broken.push(`${rows[0].n} times ${sentence}`);
  }
  return broken;
}
