import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { mendRecord } from '@/db/commands/intake/mend-record';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { replayQuarantine } from '@/db/commands/intake/replay-quarantine';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { getRefusedRecord } from '@/db/queries/intake/list-quarantine';
import { consignments } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { textOf } from '@/lib/intake/replay-body';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { expectStatisticsToAgree, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

async function receive(at: Date, ...rows: Record<string, string>[]): Promise<string> {
  const { submissionId } = await receiveSubmission(
    platform,
    {
      format: 'csv',
      contentType: 'text/csv',
      fileName: null,
      idempotencyKey: null,
      announcedBytes: null,
      body: oneByOne(Buffer.from(csvOf(rows))),
    },
    at,
  );
  return submissionId;
}

const inForce = async (reference: string) => {
  const id = consignmentIdOf(platform.partnerId ?? '', reference);
  const [row] = await db().select().from(consignments).where(eq(consignments.consignmentId, id));
  return { version: row?.version, submissionId: row?.submissionId };
};

describe('A record that a later submission has overtaken', () => {
  it('changes nothing, is kept and told, and is not sent again in bulk', async () => {
    const older = await receive(minutesAgo(20), { reference: 'O-1', value: '30.00' }, { reference: 'O-2' });
    const newer = await receive(minutesAgo(10), { reference: 'O-1', value: '45.00' });
    await processSubmission(SYSTEM_ACTOR, newer);
    await processSubmission(SYSTEM_ACTOR, older);

    expect(await inForce('O-1')).toEqual({ version: 1, submissionId: newer });
    expect(await getSubmission(platform, older)).toMatchObject({
      received: 2,
      accepted: 1,
      updated: 0,
      quarantined: 1,
    });
    const refused = await getRefusedRecord(platform, older, 1);
    expect(refused).toMatchObject({ reference: 'O-1', problems: [{ code: 'overtaken', value: 'O-1', line: 2 }] });
    expect(textOf(refused.rows)).toContain('30.00');
    await expectStatisticsToAgree();

    expect(await replayQuarantine(platform, { submissionId: older })).toMatchObject({ replayed: 0, stillRefused: 1 });
    const input = { submissionId: older, recordNumber: 1, text: textOf(refused.rows) };
    expect(await refusalOf(mendRecord(platform, input))).toEqual(['quarantine.overtaken']);
    expect((await getRefusedRecord(platform, older, 1)).state).toBe('open');
  });

  it('cannot undo the newer one when it was refused and is mended later', async () => {
    const older = await receive(minutesAgo(9), { reference: 'O-3', value: '30,00' });
    const newer = await receive(minutesAgo(8), { reference: 'O-3', value: '31.00' });
    await processSubmission(SYSTEM_ACTOR, newer);
    await processSubmission(SYSTEM_ACTOR, older);
    const text = textOf((await getRefusedRecord(platform, older, 1)).rows).replace('30,00', '30.00');
    const mended = mendRecord(platform, { submissionId: older, recordNumber: 1, text });
    expect(await refusalOf(mended)).toEqual(['quarantine.overtaken']);
    expect(await inForce('O-3')).toEqual({ version: 1, submissionId: newer });
  });

  it('is not what a file holds that sends two versions of one reference', async () => {
    const twice = await receive(
      minutesAgo(5),
      { reference: 'O-4' },
      { reference: 'O-5' },
      { reference: 'O-4', item_number: '2', description: 'Plate, ceramic' },
    );
    await processSubmission(SYSTEM_ACTOR, twice);
    expect(await getSubmission(platform, twice)).toMatchObject({ quarantined: 0 });
  });
});
