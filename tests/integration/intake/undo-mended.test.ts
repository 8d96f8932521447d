import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { mendRecord } from '@/db/commands/intake/mend-record';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { getRefusedRecord } from '@/db/queries/intake/list-quarantine';
import { mendedFrom } from '@/db/queries/intake/mended-from';
import { quarantinedRecords } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { textOf } from '@/lib/intake/replay-body';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { LODGER, OTHER, seedPartners, statusesOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const NOTHING = { records: 0, by: [], more: 0, waiting: 0 };

async function mend(submissionId: string, recordNumber: number): Promise<string> {
  const record = await getRefusedRecord(LODGER, submissionId, recordNumber);
  const text = textOf(record.rows).replace('"x"', '"9.00"');
  const mended = await mendRecord(LODGER, { submissionId, recordNumber, text });
  await settleSubmission(SYSTEM_ACTOR, mended.submissionId);
  return mended.submissionId;
}

it('names the records mended from a submission, and leaves them and what waits as they are when it is undone', async () => {
  const source = await sendSubmission(
    LODGER,
    csvOf([{ reference: 'UM-1' }, ...['UM-2', 'UM-3', 'UM-4'].map((reference) => ({ reference, value: 'x' }))]),
  );
  expect(await mendedFrom(LODGER, source)).toEqual({ ...NOTHING, waiting: 3 });
  const [second, third] = [await mend(source, 2), await mend(source, 3)];
  const before = await mendedFrom(LODGER, source);
  expect(before).toMatchObject({ records: 2, more: 0, waiting: 1 });
  expect(before.by).toMatchObject([
    { submissionId: second, records: 1, references: ['UM-2'], isUndone: false },
    { submissionId: third, records: 1, references: ['UM-3'], isUndone: false },
  ]);

  const undo = { withdrawable: 1, actedOn: 0, leaveActedOn: false, reason: 'The wrong file was sent' };
  await undoSubmission(LODGER, { submissionId: source, ...undo });
  expect(await mendedFrom(LODGER, source)).toEqual(before);
  const statuses = await statusesOf('UM-1', 'UM-2', 'UM-3');
  expect(statuses[0]).toBe('withdrawn');
  expect(statuses.slice(1)).not.toContain('withdrawn');

  await undoSubmission(LODGER, { submissionId: second, ...undo });
  expect((await mendedFrom(LODGER, source)).by.map(({ isUndone }) => isUndone)).toEqual([true, false]);
  // What waited is mended and lodged as before.
  await mend(source, 4);
  expect(await mendedFrom(LODGER, source)).toMatchObject({ records: 3, waiting: 0 });
});

it('tells nobody of records that are not theirs', async () => {
  const source = await sendSubmission(LODGER, csvOf([{ reference: 'UM-9', value: 'x' }]));
  await mend(source, 1);
  for (const stranger of [OTHER, someone('supervisor', 'BELGG')])
    expect(await mendedFrom(stranger, source)).toEqual(NOTHING);
  expect(await mendedFrom(someone('supervisor', 'NLRTM'), source)).toMatchObject({ records: 1 });
  expect(await mendedFrom(LODGER, 'no id')).toEqual(NOTHING);
  await expect(mendedFrom(someone('analyst', 'NLRTM'), source)).rejects.toThrow(ForbiddenError);
});

it('names mended records to staff as refused records are shown, and to their sender as they were sent', async () => {
  const source = await sendSubmission(LODGER, csvOf([{ reference: 'UM-10', value: 'x' }]));
  await mend(source, 1);
  // A name that slid into the column of references.
  await db()
    .update(quarantinedRecords)
    .set({ reference: 'Anna Muster' })
    .where(eq(quarantinedRecords.submissionId, source));
  const named = async (actor: Parameters<typeof mendedFrom>[0]) => (await mendedFrom(actor, source)).by[0]?.references;
  expect(await named(someone('supervisor', 'NLRTM'))).toEqual(['***']);
  expect(await named(LODGER)).toEqual(['Anna Muster']);
});
