import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askRefund } from '@/db/commands/collection/ask-refund';
import { openAccounts } from '@/db/commands/collection/book';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { settleRefund } from '@/db/commands/collection/settle-refund';
import { db } from '@/db/connection';
import { notedDues, postings } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { partnerAccount } from '@/lib/collection/accounts';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { NOW, someone } from '../../support/a-desk';
import { anAccount, type KeptAccount } from '../../support/an-account';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree } from '../../support/ledger-balance';
import { pay, refund } from '../../support/waiting-goods';

useDatabase();
let account: KeptAccount;
let second: Actor;
const IBAN = 'NL91 ABNA 0417 1643 00';

beforeAll(async () => {
  account = await anAccount();
  second = someone('supervisor', account.desk.officeId, 'H. Brandt');
  // 6.15 EUR are owed, so that 3,993.85 are in hand.
  await enterPayment(
    account.desk.supervisor,
    {
      ...{ paymentId: randomUUID(), accountId: account.accountId, amount: '4000.00', paidOn: '2026-11-02' },
      ...{ payer: 'Harbour Parcels', reference: 'too much', consignment: null },
    },
    NOW,
  );
});

const ask = (by: Actor, amount: string, more: { refundId?: string; iban?: string; accountId?: string } = {}) =>
  askRefund(
    by,
    {
      ...{ refundId: more.refundId ?? randomUUID(), accountId: more.accountId ?? account.accountId, amount },
      ...{ payee: 'Harbour Parcels', iban: more.iban ?? IBAN, reason: 'Paid twice' },
    },
    NOW,
  );
const settle = (by: Actor, refundId: string, verdict: 'confirm' | 'reject', note: string | null = null) =>
  settleRefund(by, { refundId, accountId: account.accountId, verdict, note }, NOW);
const balance = async () => (await account.view()).balanceMinor;

describe('A refund', () => {
  it('up to the limit in force is paid out by one person, by a reversing entry, and leaves its audit row', async () => {
    const { supervisor } = account.desk;
    const refundId = randomUUID();
    expect(await ask(supervisor, '1000.00', { refundId })).toEqual({ isPaid: true });
    expect(await db().select().from(postings).where(eq(postings.subjectId, refundId))).toMatchObject([
      { kind: 'repaid', charge: 'payment', contraId: 'own:bank', amountMinor: 100_000n },
    ]);
    expect(await balance()).toBe(-299_385n);
    expect(await account.audits('revenue.refund')).toMatchObject([{ actorName: 'C. Lind', reason: 'Paid twice' }]);
    expect((await account.view()).refunds.lines).toMatchObject([
      { iban: 'NL91ABNA0417164300', settled: { verdict: 'confirm', name: 'C. Lind' } },
    ]);
    await expectLedgerToAgree(NOW);
  });

  it('beyond the limit waits for a second person, who is not the first', async () => {
    const { supervisor } = account.desk;
    const refundId = randomUUID();
    expect(await ask(supervisor, '1000.01', { refundId })).toEqual({ isPaid: false });
    expect(await balance()).toBe(-299_385n);
    expect(await refusalOf(settle(supervisor, refundId, 'confirm'))).toEqual(['collection.refund_own']);
    await settle(second, refundId, 'confirm');
    expect(await balance()).toBe(-199_384n);
    expect(await account.audits('revenue.ask_refund')).toHaveLength(1);
    expect(await account.audits('revenue.refund')).toHaveLength(2);
  });

  it('is not made of small ones: what one person paid back within a day counts in', async () => {
    const { supervisor } = account.desk;
    expect(await account.view()).toMatchObject({ refundAloneUpToMinor: 0n });
    expect(await ask(supervisor, '0.01')).toEqual({ isPaid: false });
    expect(await balance()).toBe(-199_384n);
    // The other accounts of the partner are no way round it.
    const buyers = partnerAccount('buyer', account.desk.partnerId, 'EUR');
    await inTransaction((tx) => openAccounts(tx, [buyers], '2026-11-02'));
    await pay(buyers.accountId, '10.00', null, NOW);
    expect(await refund(buyers.accountId, '0.01', NOW)).toEqual({ isPaid: true });
    expect(await ask(supervisor, '0.01', { accountId: buyers.accountId })).toEqual({ isPaid: false });
    const third = someone('supervisor', account.desk.officeId, 'K. Small');
    const both = await Promise.all([ask(third, '500.01'), ask(third, '500.00')]);
    expect(both.filter(({ isPaid }) => isPaid)).toHaveLength(1);
    const next = new Date(NOW.getTime() + 24 * 3_600_000);
    expect((await account.view(next)).refundAloneUpToMinor).toBe(100_000n);
    const paid = both[0]?.isPaid ? '500.01' : '500.00';
    await enterPayment(
      supervisor,
      {
        ...{ paymentId: randomUUID(), accountId: account.accountId, amount: paid, paidOn: '2026-11-02' },
        ...{ payer: 'Harbour Parcels', reference: 'again', consignment: null },
      },
      NOW,
    );
    expect(await balance()).toBe(-199_384n);
  });

  it('that the second person rejects, with a note, pays nothing', async () => {
    const refundId = randomUUID();
    await ask(account.desk.supervisor, '1500.00', { refundId });
    expect(await refusalOf(settle(second, refundId, 'reject'))).toEqual(['collection.note_required']);
    await settle(second, refundId, 'reject', 'The bank account is another');
    expect(await balance()).toBe(-199_384n);
    expect(await account.audits('revenue.reject_refund')).toMatchObject([{ reason: 'The bank account is another' }]);
  });

  it('is settled by one of two who settle it at once', async () => {
    const refundId = randomUUID();
    const third = someone('supervisor', account.desk.officeId, 'J. Third');
    await ask(account.desk.supervisor, '1200.00', { refundId });
    const outcomes = await Promise.allSettled([
      settle(second, refundId, 'confirm'),
      settle(third, refundId, 'confirm'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(settle(third, refundId, 'confirm'))).toEqual(['collection.refund_settled']);
    expect(await balance()).toBe(-79_384n);
    await expectLedgerToAgree(NOW);
  });

  it('never comes to more than is in hand, not even by two at once', async () => {
    const [one, other] = ['L. One', 'M. Other'].map((name) => someone('supervisor', account.desk.officeId, name));
    if (!one || !other) throw new Error('nobody is there');
    expect(await refusalOf(ask(one, '793.85'))).toEqual(['collection.refund_beyond']);
    const outcomes = await Promise.allSettled([ask(one, '500.00'), ask(other, '500.00')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balance()).toBe(-29_384n);
    await expectLedgerToAgree(NOW);
  });

  it('waits for the background where more was released and not booked than it can book at once', async () => {
    const [noted] = await db()
      .insert(notedDues)
      .values({ id: randomUUID(), count: 50_001, consignmentIds: [], days: [] })
      .returning();
    expect(await refusalOf(ask(second, '1.00'))).toEqual(['collection.dues_noted']);
    await db()
      .delete(notedDues)
      .where(eq(notedDues.id, noted?.id ?? ''));
    expect(await ask(second, '1.00')).toEqual({ isPaid: true });
  });

  it('is asked for by nobody without the permission, nor by another office', async () => {
    await expect(ask(account.desk.officer, '1.00')).rejects.toThrow(ForbiddenError);
    await expect(ask(account.desk.partner, '1.00')).rejects.toThrow(ForbiddenError);
    await expect(ask(account.other, '1.00')).rejects.toThrow(NotFoundError);
    await expect(settle(account.other, randomUUID(), 'confirm')).rejects.toThrow(NotFoundError);
    await expect(settle(second, randomUUID(), 'confirm')).rejects.toThrow(NotFoundError);
  });

  it('to what is no bank account, of nothing, or asked for twice is refused', async () => {
    const { supervisor } = account.desk;
    const refundId = randomUUID();
    expect(await refusalOf(ask(supervisor, '1.00', { iban: 'NL92ABNA0417164300' }))).toEqual([
      'collection.iban_malformed',
    ]);
    expect(await refusalOf(ask(supervisor, '0'))).toEqual(['collection.amount_nothing']);
    await ask(supervisor, '1.00', { refundId });
    expect(await refusalOf(ask(supervisor, '1.00', { refundId }))).toEqual(['collection.refund_asked']);
  });
});
