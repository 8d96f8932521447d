import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { releaseCovered } from '@/db/commands/collection/release-covered';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { balanceOf } from '@/db/queries/collection/balance';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { accounts, demands, reservations } from '@/db/schema';
import { partnerAccount } from '@/lib/collection/accounts';
import { demandNumber, paymentReference } from '@/lib/collection/payment-reference';
import { DEMO_OFFICES } from '@/lib/demo/partners';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { aConsignment, collectedBy, inLane } from '../../support/a-consignment';
import { someone } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';
import { idOf, LODGER, seedPartners, stateOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const everywhere = DEMO_OFFICES.map(({ code }) => code);
const supervisor = { ...someone('supervisor', 'NLRTM', 'C. Lind'), officeIds: everywhere };
const officer = someone('officer', 'NLRTM', 'A. Kaya');
const partnerId = LODGER.partnerId ?? '';
const buyers = partnerAccount('buyer', partnerId, 'EUR').accountId;
const operator = partnerAccount('operator', partnerId, 'EUR').accountId;
/** 14.50 EUR owe 3.00 duty and 21 % of 17.50 = 3.68 VAT. */
const OWED = '6.68';

let number = 0;
/** What comes by a green lane, of a person nobody knows. */
async function comes(count: number, model: 'buyer' | 'operator', more: Readonly<Record<string, string>> = {}) {
  const references = Array.from({ length: count }, () => {
    number += 1;
    return `W-${number}`;
  });
  const rows = references.map((reference) => ({
    ...{
      reference,
      collection_model: model,
      recipient_name: `Person ${reference}`,
      recipient_address: `Way ${reference}`,
    },
    ...more,
  }));
  await sendSubmission(LODGER, csvOf(rows));
  return references;
}

const pay = (accountId: string, amount: string, consignment: string | null = null) =>
  enterPayment(supervisor, {
    ...{ paymentId: randomUUID(), accountId, amount, paidOn: dayOf(new Date()), payer: 'N. Buyer' },
    ...{ reference: 'at the counter', consignment },
  });
const secure = async (accountId: string, amount: string, revision: number) =>
  setGuarantee(supervisor, { accountId, revision, amount, reference: 'GRN9', validTo: '', reason: 'As authorised' });

describe('Goods of buyers', () => {
  it('wait for their payment, which the officer and the partner are told with amount and reference', async () => {
    const [reference = ''] = await comes(1, 'buyer');
    expect(await stateOf(reference)).toMatchObject({
      status: 'awaiting_payment',
      releasedAt: null,
      laneEffective: 'green',
    });
    const told = {
      waitsFor: 'payment',
      amount: OWED,
      currency: 'EUR',
      reference: paymentReference(demandNumber(idOf(reference))),
    };
    expect(await trackConsignment(LODGER, reference)).toMatchObject({ status: 'awaiting_payment', payment: told });
    expect((await getConsignment(officer, idOf(reference))).unpaid).toMatchObject({ ...told, isPartPaid: false });
    expect((await timelineOf(idOf(reference))).map(({ kind }) => kind)).toEqual(['payment_awaited']);
    await postAll(new Date());
    await expectLedgerToAgree(new Date());
    await expectStatisticsToAgree();
  });

  it('leave by themselves once they are paid in full, and leave their audit row', async () => {
    const [reference = ''] = await comes(1, 'buyer');
    await pay(buyers, '6.67', reference);
    expect(await stateOf(reference)).toMatchObject({ status: 'awaiting_payment' });
    expect((await getConsignment(officer, idOf(reference))).unpaid).toMatchObject({ isPartPaid: true });
    await pay(buyers, '0.01', reference);
    expect(await stateOf(reference)).toMatchObject({ status: 'released' });
    expect((await timelineOf(idOf(reference))).map(({ kind }) => kind)).toEqual(['payment_awaited', 'payment_settled']);
    expect((await auditOf(idOf(reference))).at(-1)).toMatchObject({ action: 'revenue.release_covered' });
    expect(await trackConsignment(LODGER, reference)).toMatchObject({ status: 'released', payment: null });
    await postAll(new Date());
    await expectLedgerToAgree(new Date());
    await expectStatisticsToAgree();
  });

  it('leave by a line of the bank that bears their reference', async () => {
    const [paid = '', other = ''] = await comes(2, 'buyer');
    const line = `${dayOf(new Date())},${OWED},EUR,N. Buyer,parcel ${paymentReference(demandNumber(idOf(paid)))}`;
    const text = `paid_on,amount,currency,payer,reference\r\n${line}\r\n`;
    expect(await readBankFile(supervisor, { name: 'bank.csv', text })).toMatchObject({ lines: 1, matched: 1 });
    expect((await stateOf(paid)).status).toBe('released');
    expect((await stateOf(other)).status).toBe('awaiting_payment');
  });

  it('leave the oldest first by money that is for none of them, and not by money that was paid for another', async () => {
    const [first = '', second = ''] = await comes(2, 'buyer');
    const before = await db().select().from(demands).where(eq(demands.accountId, buyers));
    const older = before.filter(
      ({ settledAt, consignmentId }) => settledAt === null && ![idOf(first), idOf(second)].includes(consignmentId),
    );
    await pay(buyers, '3.00', second);
    for (const _ of older) await pay(buyers, OWED);
    for (const { consignmentId } of older) expect((await standing(consignmentId)).status).toBe('released');
    expect((await stateOf(second)).status).toBe('awaiting_payment');
    await pay(buyers, '3.68', second);
    expect((await stateOf(second)).status).toBe('released');
    expect((await stateOf(first)).status).toBe('awaiting_payment');
    await pay(buyers, OWED);
    expect((await stateOf(first)).status).toBe('released');
  });

  it('that an officer holds stay though they are paid, and leave when the hold is lifted', async () => {
    const [reference = ''] = await comes(1, 'buyer');
    const consignmentId = idOf(reference);
    const { rowVersion } = await stateOf(reference);
    const held = await holdConsignment(officer, {
      ...{
        consignmentId,
        rowVersion,
        ground: 'documents_missing',
        note: 'Invoice',
        itemNumbers: [],
        dueAt: null,
        agencyId: null,
      },
    } as never);
    await pay(buyers, OWED, reference);
    expect(await stateOf(reference)).toMatchObject({ status: 'awaiting_payment', openHolds: 1 });
    await liftHold(officer, {
      consignmentId,
      rowVersion: held.rowVersion,
      holdId: held.holdId,
      note: 'It came',
    } as never);
    expect(await releaseCovered(SYSTEM_ACTOR)).toBe(1);
    expect((await stateOf(reference)).status).toBe('released');
  });

  it('sent again wait for what they owe then, and go to an officer where the new data call for one', async () => {
    const [reference = '', worse = ''] = await comes(2, 'buyer');
    await sendSubmission(
      LODGER,
      csvOf([{ reference, collection_model: 'buyer', value: '24.50', recipient_name: 'Same' }]),
    );
    expect(await stateOf(reference)).toMatchObject({ status: 'awaiting_payment', isUpdated: true });
    expect((await trackConsignment(LODGER, reference))?.payment).toMatchObject({ amount: '8.78' });
    await sendSubmission(
      LODGER,
      csvOf([
        {
          reference: worse,
          collection_model: 'buyer',
          description: 'Switchblade knife, spring opening',
          commodity_code: '821193',
        },
      ]),
    );
    expect((await stateOf(worse)).status).toBe('selected');
  });

  it('that an officer releases wait too, and are told so', async () => {
    const desk = { officeId: 'NLRTM', partnerId };
    const placed = await aConsignment(desk as never, inLane('yellow'), collectedBy('buyer'));
    const wish = { ...placed, ground: 'risk_not_confirmed', note: 'Seen' } as const;
    const { receivedOn: _, ...seen } = wish;
    const released = await releaseConsignment(officer, seen);
    expect(released.status).toBe('awaiting_payment');
    expect((await timelineOf(placed.consignmentId)).at(-1)).toMatchObject({ kind: 'payment_awaited' });
  });

  it('are released by the system alone', async () => {
    await expect(releaseCovered(supervisor)).rejects.toThrow(ForbiddenError);
  });

  it('that do not wait are named to nobody', async () => {
    expect(await refusalOf(pay(buyers, '1.00', 'W-NONE'))).toEqual(['collection.demand_unknown']);
  });
});

describe('A green lane under a guarantee', () => {
  it('lets go what the guarantee covers, counted at once, and holds the rest until the account is paid', async () => {
    await comes(1, 'operator');
    await postAll(new Date());
    const [account] = await db().select().from(accounts).where(eq(accounts.accountId, operator));
    expect(account).toBeDefined();
    await secure(operator, '20.04', 0);
    const references = await comes(4, 'operator');
    const states = await Promise.all(references.map(stateOf));
    expect(states.map(({ status }) => status)).toEqual([
      'released',
      'released',
      'awaiting_payment',
      'awaiting_payment',
    ]);
    expect(await db().select().from(reservations)).toHaveLength(2);
    const told = await trackConsignment(LODGER, references[2] ?? '');
    expect(told?.payment).toMatchObject({ waitsFor: 'guarantee', reference: paymentReference(account?.number ?? '') });
    await postAll(new Date());
    expect(await db().select().from(reservations)).toEqual([]);
    await pay(operator, OWED);
    expect((await Promise.all(references.map(stateOf))).map(({ status }) => status)).toEqual([
      ...['released', 'released', 'released', 'awaiting_payment'],
    ]);
    await postAll(new Date());
    await secure(operator, '100.00', 1);
    expect((await stateOf(references[3] ?? '')).status).toBe('released');
    await postAll(new Date());
    await expectLedgerToAgree(new Date());
    await expectStatisticsToAgree();
  });

  it('is not passed by two files that come at the same moment', async () => {
    await postAll(new Date());
    const used = await balanceOf(db(), operator);
    await secure(operator, moneyText(used + 3n * 668n, 2), 2);
    const both = await Promise.all([comes(3, 'operator'), comes(3, 'operator')]);
    const left = (await Promise.all(both.flat().map(stateOf))).filter(({ status }) => status === 'released');
    expect(left).toHaveLength(3);
    await postAll(new Date());
    await expectLedgerToAgree(new Date());
  });
});
