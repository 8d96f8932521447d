import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { db } from '@/db/connection';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments } from '@/db/schema';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { chargesOf } from '@/lib/revenue/charges';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const TODAY = dayOf(new Date());
const FIRST_DAY = addDays(TODAY, 10);
let desk: Desk;

/** Goods of every way of being charged: a flat duty, the tariff, a gift, what comes back, and what stays open. */
const GOODS = [
  { reference: 'OLD-FLAT', value: '55.00' },
  { reference: 'OLD-TARIFF', regime: 'entry', value: '400.00' },
  { reference: 'OLD-DOLLARS', value: '60.00', currency: 'USD' },
  { reference: 'OLD-GIFT', value: '40.00', transaction_type: 'gift' },
  { reference: 'OLD-RETURNED', value: '40.00', transaction_type: 'returned_goods' },
  { reference: 'OLD-OPEN', regime: 'entry', value: '400.00', commodity_code: '770100' },
] as const;

async function stored(reference: string) {
  const consignmentId = consignmentIdOf(desk.partnerId, reference);
  const [row] = await db()
    .select()
    .from(assessments)
    .where(and(eq(assessments.consignmentId, consignmentId)));
  if (!row) throw new Error(`${reference} is not stored`);
  return row;
}

/** What is charged of a stored consignment by the law of a day. */
async function assessedAsOf(reference: string, day: string | null) {
  const { consignmentId, receivedOn } = await stored(reference);
  const { record, declaredAt } = await declaredRecord(db(), { consignmentId, receivedOn });
  const { policyVersion, ...charges } = await db().transaction(async (tx) => {
    const policy = await policyInForce(tx, day ?? dayOf(declaredAt));
    return { ...chargesOf(record, policy), policyVersion: policy.version };
  });
  return { policyVersion, charges };
}

/** The charges and workings as they are kept with the assessment: whole numbers as text. */
const asKept = ({ charges }: Awaited<ReturnType<typeof assessedAsOf>>) =>
  charges.lines.map((line) => ({
    ...line,
    baseMinor: line.baseMinor.toString(),
    amountMinor: line.amountMinor.toString(),
  }));

/** The flat duty at eight euro, and a fee for each consignment of low value. */
const NEW_LAW = {
  ...EU_FLAT.law,
  bands: EU_FLAT.law.bands.map((band) =>
    band.key === 'low_value' && band.duty.kind === 'flat_per_subheading'
      ? { ...band, duty: { ...band.duty, flat: { amount: '8', currency: 'EUR' } } }
      : band,
  ),
  fees: [
    {
      key: 'handling_fee',
      per: 'consignment',
      flat: { amount: '2', currency: 'EUR' },
      bands: ['low_value'],
      isTaxed: false,
      citation: 'Act 9 of 2026, section 2',
    },
  ],
};

beforeAll(async () => {
  desk = await aDesk();
  await sendSubmission(desk.partner, csvOf(GOODS));
});

describe('A law that changes', () => {
  it('leaves stored consignments as they were charged, to the last digit and word, and charges new ones', async () => {
    const before = await Promise.all(GOODS.map(({ reference }) => stored(reference)));
    const { id: instrumentId } = await enterInstrument(author, {
      ...{ kind: 'act', title: 'Flat duty', citation: 'Act 9 of 2026', textLink: '' },
      ...{ validFrom: '2026-01-01', validTo: '' },
    });
    const { changeId } = await proposeChange(author, {
      ...{ instrumentId, parts: JSON.stringify([{ kind: 'charge_law', key: 'own', value: NEW_LAW }]) },
      ...{ validFrom: FIRST_DAY, validTo: addDays(FIRST_DAY, 30), reason: 'As the act says.' },
    });
    await decideChange(second, { changeId, verdict: 'approve', reason: 'As the act says.' });

    for (const [index, { reference }] of GOODS.entries()) {
      const again = await assessedAsOf(reference, null);
      expect(asKept(again), reference).toEqual(before[index]?.chargeLines);
      expect(again.policyVersion, reference).toBe(before[index]?.policyVersion);
      const { dutyMinor, vatMinor, customsValueMinor } = again.charges;
      expect({ dutyMinor, vatMinor, customsValueMinor }, reference).toEqual({
        dutyMinor: before[index]?.dutyMinor,
        vatMinor: before[index]?.vatMinor,
        customsValueMinor: before[index]?.customsValueMinor,
      });
      expect(await stored(reference), reference).toEqual(before[index]);
    }

    // 3.00 and 21 % of 58.00 by the law of the day; 8.00, 21 % of 63.00 and the fee by the new one.
    const [day, last] = [addDays(FIRST_DAY, -1), addDays(FIRST_DAY, 31)];
    const flat = async (on: string) => (await assessedAsOf('OLD-FLAT', on)).charges;
    expect(await flat(day)).toMatchObject({ dutyMinor: 300n, vatMinor: 1_218n, feesMinor: 0n });
    expect(await flat(FIRST_DAY)).toMatchObject({ dutyMinor: 800n, vatMinor: 1_323n, feesMinor: 200n });
    expect(await flat(last)).toMatchObject({ dutyMinor: 300n, vatMinor: 1_218n, feesMinor: 0n });

    const at = new Date(`${FIRST_DAY}T08:00:00Z`);
    await sendSubmission(desk.partner, csvOf([{ reference: 'NEW-FLAT', value: '55.00' }]), 'csv', at);
    expect(await stored('NEW-FLAT')).toMatchObject({ receivedOn: FIRST_DAY, dutyMinor: 800n, vatMinor: 1_323n });
    expect((await stored('NEW-FLAT')).policyVersion).not.toBe(before[0]?.policyVersion);
  });
});
