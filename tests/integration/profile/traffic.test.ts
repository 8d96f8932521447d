import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { profileFacts } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const factsOf = async (reference: string, version = 1) => {
  const id = consignmentIdOf(desk.partnerId, reference);
  const [row] = await db()
    .select()
    .from(profileFacts)
    .where(and(eq(profileFacts.consignmentId, id), eq(profileFacts.version, version)));
  return row;
};

it('is counted by day, week and month under marketplace and scheme number, whoever sent, and a new version once', async () => {
  const row = (reference: string, marketplace: string, value: string) => ({
    reference,
    marketplace,
    value,
    scheme_id: 'IM5281234567',
    sender_name: `Seller of ${reference}`,
    recipient_name: `Buyer of ${reference}`,
  });
  await sendSubmission(desk.partner, csvOf([row('T-1', 'Example Market', '10.00'), row('T-2', 'Other Fair', '20.00')]));
  await sendSubmission(
    desk.partner,
    csvOf([row('T-1', 'EXAMPLE  Market', '12.00'), row('T-3', 'Example market', '30.00')]),
  );
  expect(await factsOf('T-1')).toMatchObject({ marketplaceConsignments1d: 0, schemeConsignments1d: 0 });
  expect(await factsOf('T-2')).toMatchObject({
    marketplaceConsignments1d: 0,
    schemeConsignments1d: 1,
    schemeValueMinor1d: 1_000,
  });
  // The second version took the first out again.
  expect(await factsOf('T-1', 2)).toMatchObject({ marketplaceConsignments1d: 0, schemeConsignments1d: 1 });
  expect(await factsOf('T-3')).toMatchObject({
    marketplaceConsignments1d: 1,
    marketplaceConsignments7d: 1,
    marketplaceConsignments30d: 1,
    marketplaceValueMinor1d: 1_200,
    marketplaceValueMinor30d: 1_200,
    schemeConsignments7d: 2,
    schemeValueMinor30d: 3_200,
    senderConsignments1d: 0,
    recipientConsignments1d: 0,
  });
  await sendSubmission(desk.partner, csvOf([{ ...row('T-4', '', '5.00'), sender_name: 'Seller of T-3' }]));
  expect(await factsOf('T-4')).toMatchObject({
    marketplaceConsignments1d: null,
    senderConsignments1d: 1,
    senderValueMinor1d: 3_000,
  });
});
