import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { versions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { expectStatisticsToAgree } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { untilWaiting } from '../../support/until-waiting';
import { csvOf, oneByOne } from '../../support/submissions';

const database = useDatabase();
const platform = demoPartnerActor('harbour-lane');
const idOf = (reference: string) => consignmentIdOf(platform.partnerId ?? '', reference);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

async function receive(rows: readonly Readonly<Record<string, string>>[]): Promise<string> {
  const { submissionId } = await receiveSubmission(platform, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(Buffer.from(csvOf(rows))),
  });
  return submissionId;
}

/** Holds the clearance of a consignment until the submissions wait for it one behind the other, then lets go. */
async function bothAtOnce(reference: string, submissionIds: readonly string[]): Promise<void> {
  await database.owner(async (client) => {
    await client.query('begin');
    await client.query('select 1 from clearance.clearances where consignment_id = $1 for update', [idOf(reference)]);
    const processed: Promise<unknown>[] = [];
    for (const id of submissionIds) {
      processed.push(processSubmission(SYSTEM_ACTOR, id));
      // In the order in which they were received: the other way round the older one is overtaken, which is another promise.
      await untilWaiting(database, processed.length);
    }
    await client.query('commit');
    await Promise.all(processed);
  });
}

describe('two submissions that bring the same reference at once', () => {
  it('give it one version after the other: the second sees what the first wrote', async () => {
    await processSubmission(SYSTEM_ACTOR, await receive([{ reference: 'S-1', value: '10.00' }]));
    const both = [
      await receive([{ reference: 'S-1', value: '11.00' }]),
      await receive([{ reference: 'S-1', value: '12.00' }]),
    ];
    await bothAtOnce('S-1', both);
    const found = await db()
      .select()
      .from(versions)
      .where(eq(versions.consignmentId, idOf('S-1')))
      .orderBy(desc(versions.version));
    expect(found.map((row) => row.version)).toEqual([3, 2, 1]);
    expect(new Set(found.map((row) => row.submissionId)).size).toBe(3);
    for (const id of both) expect(await getSubmission(platform, id)).toMatchObject({ status: 'finished', updated: 1 });
    await expectStatisticsToAgree();
  });

  it('count the second as unchanged where both bring the same', async () => {
    await processSubmission(SYSTEM_ACTOR, await receive([{ reference: 'S-2', value: '10.00' }]));
    const both = [
      await receive([{ reference: 'S-2', value: '11.00' }]),
      await receive([{ reference: 'S-2', value: '11.00' }]),
    ];
    await bothAtOnce('S-2', both);
    const ends = await Promise.all(both.map((id) => getSubmission(platform, id)));
    expect(ends.map(({ updated, unchanged }) => `${updated} ${unchanged}`).sort()).toEqual(['0 1', '1 0']);
    await expectStatisticsToAgree();
  });
});
