import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { issueStatement } from '@/db/commands/collection/issue-statement';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { getAccount } from '@/db/queries/collection/get-account';
import { getMeasures } from '@/db/queries/collection/get-measures';
import { getStatement } from '@/db/queries/collection/get-statement';
import { listAccounts } from '@/db/queries/collection/list-accounts';
import { listPostings } from '@/db/queries/collection/list-postings';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane } from '../../support/a-consignment';
import { minutesLater, NOW } from '../../support/a-desk';
import { anAccount, type KeptAccount, releaseOf } from '../../support/an-account';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { postAll } from '../../support/ledger-balance';

useDatabase();
let desk: KeptAccount['desk'];
let account: KeptAccount;
beforeAll(async () => {
  account = await anAccount();
  desk = account.desk;
});
const LATER = new Date('2026-12-03T09:00:00Z');

describe('A guarantee', () => {
  const set = (by: Actor, revision: number, amount = '100.00', at = NOW) =>
    setGuarantee(
      by,
      { accountId: account.accountId, revision, amount, reference: 'GRN1', validTo: '', reason: 'As authorised' },
      at,
    );

  it('is set and told with its limit, what is used and what is free', async () => {
    await set(desk.supervisor, 0);
    const { cover, guarantee } = await account.view();
    expect(cover).toEqual({ limitMinor: 10_000n, usedMinor: 615n, freeMinor: 9_385n, overMinor: 0n });
    expect(guarantee).toMatchObject({ reference: 'GRN1', setByName: 'C. Lind', reason: 'As authorised' });
    expect(await account.audits('revenue.set_guarantee')).toMatchObject([
      { actorName: 'C. Lind', reason: 'As authorised' },
    ]);
  });

  it('is set by nobody without the permission, nor by another office', async () => {
    await expect(set(desk.officer, 1)).rejects.toThrow(ForbiddenError);
    await expect(set(desk.partner, 1)).rejects.toThrow(ForbiddenError);
    await expect(set(account.other, 1)).rejects.toThrow(NotFoundError);
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
    const release = () => releaseOf(desk, placed, minutesLater(3));
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

describe('A statement', () => {
  const issue = (by: Actor, month = '2026-11', at = LATER) =>
    issueStatement(by, { accountId: account.accountId, month }, at);

  it('is issued by nobody without the permission, nor by another office, nor while its month runs', async () => {
    await expect(issue(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(issue(account.other)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(issue(desk.supervisor, '2026-11', NOW))).toEqual(['collection.month_runs']);
  });

  it('closes its month once; what comes later is booked after it and the figures stay', async () => {
    const before = await getStatement(desk.supervisor, account.number, '2026-11');
    const outcomes = await Promise.allSettled([issue(desk.supervisor), issue(desk.supervisor)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(issue(desk.supervisor))).toEqual(['collection.statement_issued']);
    expect(await account.audits('revenue.issue_statement')).toHaveLength(1);
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
    expect((await listAccounts(account.other, NOW)).map(({ number }) => number)).not.toContain(account.number);
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
