import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { issueStatement } from '@/db/commands/collection/issue-statement';
import { matchPayment } from '@/db/commands/collection/match-payment';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { getAccount } from '@/db/queries/collection/get-account';
import { getMeasures } from '@/db/queries/collection/get-measures';
import { getStatement } from '@/db/queries/collection/get-statement';
import { listAccounts } from '@/db/queries/collection/list-accounts';
import { listPayments } from '@/db/queries/collection/list-payments';
import { listPostings } from '@/db/queries/collection/list-postings';
import { accounts, auditLog, partners } from '@/db/schema';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
let other: Actor;
let account: { accountId: string; number: string };
const LATER = new Date('2026-12-03T09:00:00Z');

beforeAll(async () => {
  desk = await aDesk();
  other = someone('supervisor', 'BELGG', 'G. Elsewhere');
  await db().update(partners).set({ defaultOfficeId: 'NLRTM' }).where(eq(partners.id, desk.partnerId));
  const placed = await aConsignment(desk, inLane('yellow'));
  await releaseConsignment(desk.officer, { ...placed, ground: 'risk_not_confirmed', note: 'Seen' }, NOW);
  await postAll(NOW);
  const [own] = await db().select().from(accounts).where(eq(accounts.partnerId, desk.partnerId));
  if (!own) throw new Error('no account');
  account = own;
});

const audits = async (action: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, account.accountId))).filter(
    (row) => row.action === action,
  );
const view = (at = NOW) => getAccount(desk.supervisor, account.number, at);

describe('A guarantee', () => {
  const set = (by: Actor, revision: number, amount = '100.00', at = NOW) =>
    setGuarantee(
      by,
      { accountId: account.accountId, revision, amount, reference: 'GRN1', validTo: '', reason: 'As authorised' },
      at,
    );

  it('is set and told with its limit, what is used and what is free', async () => {
    await set(desk.supervisor, 0);
    const { cover, guarantee } = await view();
    expect(cover).toEqual({ limitMinor: 10_000n, usedMinor: 615n, freeMinor: 9_385n, overMinor: 0n });
    expect(guarantee).toMatchObject({ reference: 'GRN1', setByName: 'C. Lind', reason: 'As authorised' });
    expect(await audits('revenue.set_guarantee')).toMatchObject([{ actorName: 'C. Lind', reason: 'As authorised' }]);
  });

  it('is set by nobody without the permission, nor by another office', async () => {
    await expect(set(desk.officer, 1)).rejects.toThrow(ForbiddenError);
    await expect(set(desk.partner, 1)).rejects.toThrow(ForbiddenError);
    await expect(set(other, 1)).rejects.toThrow(NotFoundError);
  });

  it('is set by one of two who saw the same, and the other is told', async () => {
    const outcomes = await Promise.allSettled([set(desk.supervisor, 1, '200.00'), set(desk.supervisor, 1, '300.00')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(set(desk.supervisor, 1))).toEqual(['collection.guarantee_changed']);
  });

  it.each(['-1', '1,000.00', '1e3', '0.001', '9999999999999999', 'a lot'])('of %s is no amount', async (amount) => {
    expect(await refusalOf(set(desk.supervisor, 2, amount))).toEqual(['collection.amount_malformed']);
  });

  it('that is used up holds further goods that owe something, and says by which account and amounts', async () => {
    await set(desk.supervisor, 2, '7.00');
    const placed = await aConsignment(desk, inLane('yellow'));
    const release = () =>
      releaseConsignment(desk.officer, { ...placed, ground: 'risk_not_confirmed', note: 'Seen' }, minutesLater(3));
    const error = await release().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      reasons: [
        {
          code: 'release.over_guarantee',
          citation: 'Regulation (EU) No 952/2013, Article 195(1)',
          params: { account: account.number, limit: '7.00', used: '6.15', owed: '6.15', currency: 'EUR' },
        },
      ],
    });
    await set(desk.supervisor, 3, '12.30');
    expect((await release()).status).toBe('released');
    await postAll(minutesLater(4));
  });
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
    const before = await view();
    const { receipt } = await pay(desk.supervisor);
    const after = await view();
    expect(receipt).toBe('2026-000001');
    expect(after.balanceMinor).toBe(before.balanceMinor - 200n);
    expect(after.payments[0]).toMatchObject({ receipt, amountMinor: 200n, payer: 'Harbour Parcels' });
    expect(await audits('revenue.enter_payment')).toMatchObject([{ details: { receipt, amountMinor: '200' } }]);
    await expectLedgerToAgree(minutesLater(1));
  });

  it('is entered by nobody without the permission, nor by another office', async () => {
    await expect(pay(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(pay(other)).rejects.toThrow(NotFoundError);
  });

  it('sent twice is entered once', async () => {
    const paymentId = randomUUID();
    const before = await view();
    const outcomes = await Promise.allSettled([pay(desk.supervisor, paymentId), pay(desk.supervisor, paymentId)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(pay(desk.supervisor, paymentId))).toEqual(['collection.payment_entered']);
    expect((await view()).balanceMinor).toBe(before.balanceMinor - 200n);
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
    const before = await view();
    const done = await read(
      desk.supervisor,
      `2026-11-02,1.00,EUR,Harbour Parcels,${reference} October`,
      `2026-11-02,0.50,EUR,Harbour Parcels,Your ref ${spaced}`,
      '2026-11-01,9.90,EUR,Somebody,"Parcel, duty"',
      '2026-11-01,-44.00,EUR,Bank,Fees',
    );
    expect(done).toMatchObject({ lines: 3, matched: 2 });
    expect((await view()).balanceMinor).toBe(before.balanceMinor - 150n);
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
    expect(await refusalOf(read(other, line))).toEqual(['collection.file_known']);
  });

  it('is read by nobody without the permission, and books nothing on accounts of another office', async () => {
    await expect(read(desk.officer, '2026-11-02,3.00,EUR,A,B')).rejects.toThrow(ForbiddenError);
    expect(await read(other, `2026-11-02,4.00,EUR,A,${paymentReference(account.number)}`)).toMatchObject({
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
    await expect(matchPayment(other, input, NOW)).rejects.toThrow(NotFoundError);
    await expect(matchPayment(desk.supervisor, { ...input, paymentId: randomUUID() }, NOW)).rejects.toThrow(
      NotFoundError,
    );
    const outcomes = await Promise.allSettled([
      matchPayment(desk.supervisor, input, NOW),
      matchPayment(desk.supervisor, input, NOW),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(matchPayment(desk.supervisor, input, NOW))).toEqual(['collection.payment_matched']);
    expect(await audits('revenue.match_payment')).toHaveLength(1);
    await expectLedgerToAgree(minutesLater(1));
  });
});

describe('A statement', () => {
  const issue = (by: Actor, month = '2026-11', at = LATER) =>
    issueStatement(by, { accountId: account.accountId, month }, at);

  it('is issued by nobody without the permission, nor by another office, nor while its month runs', async () => {
    await expect(issue(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(issue(other)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(issue(desk.supervisor, '2026-11', NOW))).toEqual(['collection.month_runs']);
  });

  it('closes its month once; what comes later is booked after it and the figures stay', async () => {
    const before = await getStatement(desk.supervisor, account.number, '2026-11');
    const outcomes = await Promise.allSettled([issue(desk.supervisor), issue(desk.supervisor)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(issue(desk.supervisor))).toEqual(['collection.statement_issued']);
    expect(await audits('revenue.issue_statement')).toHaveLength(1);
    const late = { paymentId: randomUUID(), accountId: account.accountId, amount: '1.00', payer: 'A', reference: 'B' };
    await enterPayment(desk.supervisor, { ...late, paidOn: '2026-11-30' }, LATER);
    const after = await getStatement(desk.supervisor, account.number, '2026-11');
    expect(after).toMatchObject({ lines: before.lines, closingMinor: before.closingMinor, dueOn: '2026-12-16' });
    expect(after.issued).toMatchObject({ closingMinor: before.closingMinor, issuedByName: 'C. Lind' });
    const next = await getStatement(desk.supervisor, account.number, '2026-12');
    expect(next).toMatchObject({ openingMinor: before.closingMinor, creditMinor: 100n });
  });

  it('has the postings behind its lines, page by page, each with its consignment', async () => {
    const first = await listPostings(desk.supervisor, account.number, '2026-11', { after: null, rows: 3 });
    const rest = await listPostings(desk.supervisor, account.number, '2026-11', {
      after: first.at(-1) ?? null,
      rows: 100,
    });
    const { debitMinor, creditMinor } = await getStatement(desk.supervisor, account.number, '2026-11');
    const sum = [...first, ...rest].reduce((total, { amountMinor }) => total + amountMinor, 0n);
    expect(sum).toBe(debitMinor - creditMinor);
    expect(
      [...first, ...rest].filter(({ charge }) => charge === 'duty').every(({ reference }) => reference !== null),
    ).toBe(true);
  });
});

describe('What is shown of accounts', () => {
  it('is all an office keeps to its supervisor, and its own to a partner', async () => {
    const own = (await listAccounts(desk.supervisor, NOW)).map(({ number }) => number);
    expect(own).toContain(account.number);
    expect((await listAccounts(other, NOW)).map(({ number }) => number)).not.toContain(account.number);
    expect((await listAccounts(desk.partner, NOW)).map(({ number }) => number)).toEqual([account.number]);
    const stranger = { ...desk.partner, partnerId: randomUUID() };
    expect(await listAccounts(stranger, NOW)).toEqual([]);
    await expect(getAccount(stranger, account.number)).rejects.toThrow(NotFoundError);
    await expect(getStatement(stranger, account.number, '2026-11')).rejects.toThrow(NotFoundError);
    await expect(getAccount(desk.officer, account.number)).rejects.toThrow(ForbiddenError);
  });

  it('adds up: assessed less collected is what is owed', async () => {
    const { total, months, kinds } = await getMeasures(desk.supervisor, 'EUR', LATER);
    expect(total.assessedMinor - total.collectedMinor).toBe(total.outstandingMinor);
    expect(total.assessedMinor).toBe(1_230n);
    expect(months.map(({ month }) => month)).toEqual(['2026-12', '2026-11']);
    expect(kinds.map(({ kind, outstandingMinor }) => [kind, outstandingMinor])).toEqual([
      ['operator', total.outstandingMinor],
    ]);
    await expect(getMeasures(desk.partner, 'EUR', LATER)).rejects.toThrow(ForbiddenError);
  });
});
