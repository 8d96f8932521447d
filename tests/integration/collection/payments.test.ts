import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { matchPayment } from '@/db/commands/collection/match-payment';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { db } from '@/db/connection';
import { listPayments } from '@/db/queries/collection/list-payments';
import { auditLog } from '@/db/schema';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { minutesLater, NOW } from '../../support/a-desk';
import { anAccount, type KeptAccount } from '../../support/an-account';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree } from '../../support/ledger-balance';

useDatabase();
let desk: KeptAccount['desk'];
let account: KeptAccount;
beforeAll(async () => {
  account = await anAccount();
  desk = account.desk;
});

describe('A payment', () => {
  const pay = (by: Actor, paymentId: string = randomUUID(), changes: { amount?: string; paidOn?: string } = {}) =>
    enterPayment(
      by,
      {
        paymentId,
        accountId: account.accountId,
        amount: '2.00',
        paidOn: '2026-11-02',
        payer: 'Harbour Parcels',
        reference: 'Duty',
        ...changes,
      },
      NOW,
    );

  it('is entered, lowers what is owed, and gets the next receipt of the year', async () => {
    const before = await account.view();
    const { receipt } = await pay(desk.supervisor);
    const after = await account.view();
    expect(receipt).toBe('2026-000001');
    expect(after.balanceMinor).toBe(before.balanceMinor - 200n);
    expect(after.payments[0]).toMatchObject({ receipt, amountMinor: 200n, payer: 'Harbour Parcels' });
    expect(await account.audits('revenue.enter_payment')).toMatchObject([{ details: { receipt, amountMinor: '200' } }]);
    await expectLedgerToAgree(minutesLater(1));
  });

  it('is entered by nobody without the permission, nor by another office', async () => {
    await expect(pay(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(pay(account.other)).rejects.toThrow(NotFoundError);
  });

  it('sent twice is entered once', async () => {
    const paymentId = randomUUID();
    const before = await account.view();
    const outcomes = await Promise.allSettled([pay(desk.supervisor, paymentId), pay(desk.supervisor, paymentId)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(pay(desk.supervisor, paymentId))).toEqual(['collection.payment_entered']);
    expect((await account.view()).balanceMinor).toBe(before.balanceMinor - 200n);
  });

  it('of nothing, or of a day to come, is refused', async () => {
    expect(await refusalOf(pay(desk.supervisor, randomUUID(), { amount: '0' }))).toEqual(['collection.amount_nothing']);
    expect(await refusalOf(pay(desk.supervisor, randomUUID(), { paidOn: '2026-11-03' }))).toEqual([
      'collection.day_ahead',
    ]);
  });
});

describe('A bank file', () => {
  const HEAD = 'paid_on,amount,currency,payer,reference';
  const read = (by: Actor, ...lines: string[]) =>
    readBankFile(by, { name: 'bank.csv', text: [HEAD, ...lines, ''].join('\n') }, NOW);

  it('books what bears a reference, blanks in it or not, keeps the rest, and passes over money that went out', async () => {
    const reference = paymentReference(account.number);
    const spaced = reference.replace(/(.{4})/g, '$1 ');
    const before = await account.view();
    const done = await read(
      desk.supervisor,
      `2026-11-02,1.00,EUR,Harbour Parcels,${reference} October`,
      `2026-11-02,0.50,EUR,Harbour Parcels,Your ref ${spaced}`,
      '2026-11-01,9.90,EUR,Somebody,"Parcel, duty"',
      '2026-11-01,-44.00,EUR,Bank,Fees',
    );
    expect(done).toMatchObject({ lines: 3, matched: 2 });
    expect((await account.view()).balanceMinor).toBe(before.balanceMinor - 150n);
    const { unmatched, files } = await listPayments(desk.supervisor);
    expect(unmatched).toMatchObject([{ payer: 'Somebody', reference: 'Parcel, duty', amountMinor: 990n, line: 4 }]);
    expect(files).toMatchObject([{ name: 'bank.csv', lines: 3, matched: 2, waiting: 1 }]);
    const rows = await db().select().from(auditLog).where(eq(auditLog.action, 'revenue.read_bank_file'));
    expect(rows).toMatchObject([{ details: { records: 3, matchedLines: 2, amountMinor: '1140' } }]);
  });

  it('is read once, by one of two', async () => {
    const line = '2026-11-02,3.00,EUR,Twice,None';
    const outcomes = await Promise.allSettled([read(desk.supervisor, line), read(desk.supervisor, line)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(read(account.other, line))).toEqual(['collection.file_known']);
  });

  it('is read by nobody without the permission, and books nothing on accounts of another office', async () => {
    await expect(read(desk.officer, '2026-11-02,3.00,EUR,A,B')).rejects.toThrow(ForbiddenError);
    expect(await read(account.other, `2026-11-02,4.00,EUR,A,${paymentReference(account.number)}`)).toMatchObject({
      matched: 0,
    });
  });

  it('with any fault is refused whole, and each is told by line, column and value', async () => {
    const error = await read(
      desk.supervisor,
      '2026-11-02,1.00,EUR,A,B',
      '2026-13-01,1,00,EUR,A',
      '2026-11-09,0,USD,A,B',
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(
      (error as InvalidInputError).problems.map(({ line, pointer, code, value }) => [line, pointer, code, value]),
    ).toEqual([
      [3, 'paid_on', 'day', '2026-13-01'],
      [3, 'currency', 'currency', '00'],
      [4, 'paid_on', 'day_ahead', '2026-11-09'],
      [4, 'amount', 'amount', '0'],
      [4, 'currency', 'currency', 'USD'],
    ]);
  });

  it('has its other lines booked by who says what they are for, once', async () => {
    const [waiting] = (await listPayments(desk.supervisor)).unmatched;
    const input = { paymentId: waiting?.paymentId ?? '', accountId: account.accountId };
    await expect(matchPayment(desk.officer, input, NOW)).rejects.toThrow(ForbiddenError);
    await expect(matchPayment(account.other, input, NOW)).rejects.toThrow(NotFoundError);
    await expect(matchPayment(desk.supervisor, { ...input, paymentId: randomUUID() }, NOW)).rejects.toThrow(
      NotFoundError,
    );
    const outcomes = await Promise.allSettled([
      matchPayment(desk.supervisor, input, NOW),
      matchPayment(desk.supervisor, input, NOW),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(matchPayment(desk.supervisor, input, NOW))).toEqual(['collection.payment_matched']);
    expect(await account.audits('revenue.match_payment')).toHaveLength(1);
    await expectLedgerToAgree(minutesLater(1));
  });
});
