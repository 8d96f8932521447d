import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
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

it('counts the different senders of a recipient and of an address by day, week and month, as they were before', async () => {
  const row = (reference: string, sender: string, recipient: string, more: Readonly<Record<string, string>> = {}) => ({
    reference,
    sender_name: `Shop ${sender}`,
    recipient_name: recipient,
    recipient_address: 'Quay 77',
    ...more,
  });
  const senders = async (reference: string, version = 1) => {
    const found = await factsOf(reference, version);
    return [
      [found?.recipientSenders1d, found?.recipientSenders7d, found?.recipientSenders30d],
      [found?.addressSenders1d, found?.addressSenders7d, found?.addressSenders30d],
    ];
  };
  const same = (count: number) => [count, count, count];
  await sendSubmission(
    desk.partner,
    csvOf([row('P-1', 'one', 'Ada'), row('P-2', 'one', 'Ada'), row('P-3', 'two', 'Ada'), row('P-4', 'one', 'Bea')]),
  );
  expect(await senders('P-1')).toEqual([same(0), same(0)]);
  // The sender of before is one sender, however often it sends.
  expect(await senders('P-2')).toEqual([same(1), same(1)]);
  expect(await senders('P-3')).toEqual([same(1), same(1)]);
  // Somebody else of the household: only the address has a history.
  expect(await senders('P-4')).toEqual([same(0), same(2)]);

  // What the first batch stored is what the next one reads; what was longer ago counts in the longer windows only.
  const days = (back: number) => sql`current_date - ${back}::int`;
  await db().execute(sql`update risk.party_days set day = ${days(6)} where kind in ('recipient_sender', 'address_sender')
    and split_part(key, '|', 2) = (select sender_key from consignment.consignments where reference = 'P-3')`);
  await sendSubmission(desk.partner, csvOf([row('P-5', 'three', 'Ada')]));
  expect(await senders('P-5')).toEqual([
    [1, 2, 2],
    [1, 2, 2],
  ]);
  await db().execute(sql`update risk.party_days set day = day - 1 where day = ${days(6)}`);
  await sendSubmission(desk.partner, csvOf([row('P-6', 'three', 'Ada')]));
  expect(await senders('P-6')).toEqual([
    [2, 2, 3],
    [2, 2, 3],
  ]);

  // A later version takes its earlier one out: its sender, of whom nothing else came, does not count for itself.
  await sendSubmission(desk.partner, csvOf([row('P-7', 'four', 'Cleo', { recipient_address: 'Quay 78' })]));
  await sendSubmission(
    desk.partner,
    csvOf([
      row('P-7', 'four', 'Cleo', { recipient_address: 'Quay 78', quantity: '3' }),
      row('P-8', 'five', 'Cleo', { recipient_address: 'Quay 78' }),
    ]),
  );
  expect(await senders('P-7', 2)).toEqual([same(0), same(0)]);
  expect(await senders('P-8')).toEqual([same(1), same(1)]);
});

it('keeps the figure of an address with many senders, as it would be counted anew', async () => {
  const row = (reference: string, sender: string, more: Readonly<Record<string, string>> = {}) => ({
    reference,
    sender_name: `Trader ${sender}`,
    recipient_name: 'Forwarder',
    recipient_address: 'Warehouse 5',
    scheme_id: 'IM5280000001',
    marketplace: '',
    ...more,
  });
  const kept = async () => {
    const { rows } = await db().execute(sql`
      select c.kind, c.senders_1d, c.senders_7d, c.senders_30d, (select count(distinct d.key)::int from risk.party_days d
          where d.kind = c.kind and split_part(d.key, '|', 1) = c.key and d.consignments > 0) as counted
        from risk.sender_counts c order by c.kind`);
    return rows;
  };
  const of = (count: number, kinds: readonly string[]) =>
    kinds.map((kind) => ({ kind, senders_1d: count, senders_7d: count, senders_30d: count, counted: count }));
  const KINDS = ['address_sender', 'recipient_sender', 'scheme_sender'];
  const many = Array.from({ length: 60 }, (_, at) => row(`M-${at}`, `no ${at}`));
  await sendSubmission(desk.partner, csvOf(many.slice(0, 49)));
  await sendSubmission(desk.partner, csvOf(many.slice(49, 51)));
  // Counted over its pairs so far: fewer than fifty when its last batch began.
  expect(await kept()).toEqual([]);
  await sendSubmission(desk.partner, csvOf(many.slice(51)));
  expect(await kept()).toEqual(of(60, KINDS));
  const sent = csvOf([row('M-60', 'no 3'), row('M-61', 'new'), row('M-62', 'new')]);
  const submissionId = await sendSubmission(desk.partner, sent);
  expect(await kept()).toEqual(of(61, KINDS));
  expect(await factsOf('M-60')).toMatchObject({ addressSenders1d: 60, recipientSenders30d: 60 });
  expect(await factsOf('M-62')).toMatchObject({ addressSenders1d: 61, recipientSenders30d: 61 });
  // A version that goes elsewhere takes its sender along.
  await sendSubmission(
    desk.partner,
    csvOf([row('M-5', 'no 5', { recipient_address: 'Quay 1', recipient_name: 'Dora' })]),
  );
  expect(await kept()).toEqual([...of(60, KINDS.slice(0, 2)), ...of(61, KINDS.slice(2))]);
  // An undo does not read what each pair did before; the next batch counts anew.
  const wish = { submissionId, withdrawable: 3, actedOn: 0, leaveActedOn: false, reason: 'The wrong file was sent' };
  await undoSubmission(desk.supervisor, wish);
  expect(await kept()).toEqual([]);
  await sendSubmission(desk.partner, csvOf([row('M-63', 'no 3')]));
  expect(await kept()).toEqual([...of(59, KINDS.slice(0, 2)), ...of(60, KINDS.slice(2))]);
});
