import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { getSandboxConsignment } from '@/db/queries/sandbox/sandbox-answers';
import { submissionAnswer } from '@/lib/api/submission-answer';
import { SANDBOX_RECORDS_MAX } from '@/lib/sandbox/limits';
import { aDesk, type Desk } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { aSandbox, tryOut } from '../../support/trials';

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** Every table of the product with its rows and what stands in them, so that no change goes unseen. */
async function everyTable(): Promise<Map<string, string>> {
  return database.owner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
    );
    const seen = new Map<string, string>();
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      const digest = createHash('sha256').update(found.map(({ row }) => row).join('\n'));
      seen.set(name, `${found.length} rows, ${digest.digest('hex')}`);
    }
    return seen;
  });
}

function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name);
}

const rowsOf = (tables: Map<string, string>, name: string) => Number(tables.get(name)?.split(' ')[0]);

/** A row of the log waits for its seal from the moment it is there. */
const AUDITED = ['audit.log', 'audit.unsealed', 'intake.sandbox_answers'];

describe('a trial', () => {
  const file = csvOf([
    { reference: 'TRY-1' },
    { reference: 'TRY-2', value: '12,50' },
    { reference: 'HERE-1', value: '33.00' },
    { reference: 'TRY-3', value: '900.00', regime: 'generic' },
    { reference: 'HERE-2' },
  ]);
  beforeEach(async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'HERE-1' }, { reference: 'HERE-2' }]));
  });

  it('leaves one answer and one audit row, and no other table changed', async () => {
    const sandbox = await aSandbox(desk.partner);
    const before = await everyTable();
    const { submission } = await tryOut(sandbox, file);
    const after = await everyTable();
    expect(submission).toMatchObject({ received: 5, accepted: 2, quarantined: 1, updated: 1, unchanged: 1 });
    expect(changedTables(before, after).sort()).toEqual(AUDITED);
    expect(rowsOf(after, 'audit.log') - rowsOf(before, 'audit.log')).toBe(1);
  });

  it('answers what the live key is answered a moment later, but for whether customs would look at it', async () => {
    const sandbox = await aSandbox(desk.partner);
    const at = new Date();
    const { submission } = await tryOut(sandbox, file, { at });
    const told = await getSandboxConsignment(sandbox, 'TRY-3');
    const amended = await getSandboxConsignment(sandbox, 'HERE-1');
    const submissionId = await sendSubmission(desk.partner, file);
    const real = await getSubmission(desk.partner, submissionId);
    const answer = submissionAnswer(real, await listQuarantined(desk.partner, submissionId));
    const { submissionId: own, acknowledgements } = submission;
    expect(submission).toEqual({ ...answer, submissionId: own, acknowledgements, sandbox: true });
    for (const one of [told, amended]) {
      const live = await trackConsignment(desk.partner, one.reference);
      expect(one).toEqual({ ...live, status: null, releasedAt: null, payment: null, sandbox: true });
    }
  });

  it('takes as many records as it may, and a reference that comes again, as the intake does', async () => {
    const sandbox = await aSandbox(desk.partner);
    const many = csvOf(Array.from({ length: SANDBOX_RECORDS_MAX }, (_, index) => ({ reference: `MANY-${index}` })));
    const twice =
      many +
      csvOf([{ reference: 'MANY-0', value: '15.00' }])
        .split('\n')
        .slice(1)
        .join('\n');
    const before = await everyTable();
    const { submission, consignments } = await tryOut(sandbox, many);
    expect(submission).toMatchObject({ received: SANDBOX_RECORDS_MAX, accepted: SANDBOX_RECORDS_MAX });
    expect(Object.keys(consignments)).toHaveLength(SANDBOX_RECORDS_MAX);
    const json = JSON.stringify([{ reference: 'A' }, { reference: 'A', channel: 'post' }]);
    expect((await tryOut(sandbox, json, { format: 'json' })).submission).toMatchObject({ quarantined: 2 });
    expect((await tryOut(sandbox, twice)).submission.received).toBe(SANDBOX_RECORDS_MAX);
    expect(changedTables(before, await everyTable()).sort()).toEqual(AUDITED);
  });

  it('of a file refused as a whole says why, and keeps nothing of it', async () => {
    const sandbox = await aSandbox(desk.partner);
    const before = await everyTable();
    const { submission } = await tryOut(sandbox, '{"consignments": [', { format: 'json' });
    expect(submission).toMatchObject({ status: 'refused', problems: [{ code: 'file_json_syntax' }] });
    expect(changedTables(before, await everyTable()).sort()).toEqual(AUDITED);
  });
});
