import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReturn } from '@/db/commands/collection/read-return';
import { db } from '@/db/connection';
import { listAccounts } from '@/db/queries/collection/list-accounts';
import { listSchemeSales, reconcileSales } from '@/db/queries/collection/reconcile-sales';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError } from '@/lib/kernel/errors';
import { aConsignment, inLane, underScheme, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
const AT = new Date('2026-12-20T10:00:00Z');
const [FIRST, SECOND] = ['IM5281234567', 'IM5287654321'];

beforeAll(async () => {
  desk = await aDesk();
  for (const [scheme, value] of [
    [FIRST, '40.00'],
    [FIRST, '60.00'],
    [SECOND, '20.00'],
  ] as const) {
    const goods = withItems({ value, commodityCode: '610910' });
    const placed = await aConsignment(desk, inLane('yellow'), underScheme(scheme), goods);
    await releaseOf(desk, placed);
  }
  await postAll(NOW);
});

const HEAD = 'scheme_id,month,sales_value,vat,currency';
const read = (by: Actor, ...lines: string[]) =>
  readReturn(by, { name: 'q.csv', text: [HEAD, ...lines, ''].join('\r\n') }, AT);
const found = async () =>
  (await reconcileSales(desk.supervisor, 'EUR', AT)).map(({ schemeId, month, match, differenceMinor, goods }) => [
    schemeId,
    month,
    match,
    differenceMinor,
    goods,
  ]);

describe('Declared vendor sales', () => {
  it('without a return stand against what came: 40.00 + 60.00, and 20.00, without the duty', async () => {
    expect(await found()).toEqual([
      [FIRST, '2026-11', 'not_due', 10_000n, 2],
      [SECOND, '2026-11', 'not_due', 2_000n, 1],
    ]);
  });

  it('of a return are ranked by their difference, and charged to the vendor', async () => {
    const done = await read(
      desk.supervisor,
      `${FIRST},2026-11,80.00,16.80,EUR`,
      `${SECOND},2026-11,20.00,4.20,EUR`,
      'IM3720000001,2026-10,9.00,1.89,EUR',
    );
    expect(done).toMatchObject({ lines: 3, matched: 3 });
    expect(await found()).toEqual([
      [FIRST, '2026-11', 'more_at_border', 2_000n, 2],
      ['IM3720000001', '2026-10', 'nothing_at_border', -900n, 0],
      [SECOND, '2026-11', 'equal', 0n, 1],
    ]);
    const owed = (await listAccounts(desk.supervisor, AT)).filter(({ kind }) => kind === 'vendor');
    expect(owed.map(({ holder, balanceMinor }) => [holder, balanceMinor])).toEqual([
      [FIRST, 1_680n],
      [SECOND, 420n],
      ['IM3720000001', 189n],
    ]);
    const rows = await db().select().from(auditLog).where(eq(auditLog.action, 'revenue.read_return'));
    expect(rows).toMatchObject([{ actorName: 'C. Lind', details: { records: 3, changed: 3, amountMinor: '2289' } }]);
    await expectLedgerToAgree(AT);
  });

  it('of a later return take the place of the earlier one, and the difference alone is charged', async () => {
    const done = await read(desk.supervisor, `${FIRST},2026-11,100.00,21.00,EUR`, `${SECOND},2026-11,20.00,4.20,EUR`);
    expect(done).toMatchObject({ lines: 2, matched: 1 });
    expect((await found()).filter(([, , match]) => match === 'equal')).toHaveLength(2);
    const [first] = (await listAccounts(desk.supervisor, AT)).filter(({ schemeId }) => schemeId === FIRST);
    expect(first?.balanceMinor).toBe(2_100n);
  });

  it('are read by nobody without the permission, and by one of two who send the same file', async () => {
    const line = `${SECOND},2026-12,1.00,0.21,EUR`;
    await expect(read(desk.officer, line)).rejects.toThrow(ForbiddenError);
    await expect(read(desk.partner, line)).rejects.toThrow(ForbiddenError);
    const outcomes = await Promise.allSettled([read(desk.supervisor, line), read(desk.supervisor, line)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(read(desk.supervisor, line))).toEqual(['collection.file_known']);
  });

  it('with faults are refused whole, each with line, column and value', async () => {
    const error = await read(
      desk.supervisor,
      'no,2027-01,-1,x,USD',
      `${FIRST},2026-11,1,1,EUR`,
      `${FIRST},2026-11,2,2,EUR`,
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(
      (error as InvalidInputError).problems.map(({ line, pointer, code, value }) => [line, pointer, code, value]),
    ).toEqual([
      [2, 'scheme_id', 'scheme', 'no'],
      [2, 'month', 'month_ahead', '2027-01'],
      [2, 'sales_value', 'amount', '-1'],
      [2, 'vat', 'amount', 'x'],
      [2, 'currency', 'currency', 'USD'],
      [4, 'scheme_id', 'twice', `${FIRST} 2026-11`],
    ]);
  });

  it('lead to the goods behind the sum', async () => {
    const asked = { schemeId: FIRST, month: '2026-11', currency: 'EUR' };
    const goods = await listSchemeSales(desk.supervisor, asked, { after: null, rows: 10 });
    expect(goods.map(({ amountMinor }) => amountMinor).sort()).toEqual([4_000n, 6_000n]);
    expect(goods.every(({ reference }) => reference?.startsWith('TEST-'))).toBe(true);
    await expect(listSchemeSales(desk.partner, asked, { after: null, rows: 10 })).rejects.toThrow(ForbiddenError);
  });
});
