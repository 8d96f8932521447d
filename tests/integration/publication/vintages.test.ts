import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { freezeMonth } from '@/db/commands/publication/freeze-month';
import { cellKey } from '@/db/commands/publication/behind-cells';
import { tableContributors } from '@/db/commands/publication/table-contributors';
import { db } from '@/db/connection';
import { freezeClosedMonths } from '@/db/jobs/publish-statistics';
import { getVintage, listVintages } from '@/db/queries/publication/list-vintages';
import { monthIsToBeFrozen } from '@/db/queries/publication/month-to-freeze';
import { auditLog, vintageCells, vintages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { exposedIn } from '@/lib/disclosure/audit';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { daysOfMonth } from '@/lib/publication/calendar';
import { type Dataset, SUM } from '@/lib/publication/datasets';
import { layoutOf } from '@/lib/publication/grid-of';
import type { Placed } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { FROZEN_AT, goodsOf, MONTH, operatorsOf, versionsCameAt } from '../../support/a-month';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const standing: Placed[] = [];
let operators: Awaited<ReturnType<typeof operatorsOf>>;
const CELLS = [
  ['CN', '610910'],
  ['CN', '851713'],
  ['TR', '610910'],
  ['TR', '851713'],
] as const;

beforeAll(async () => {
  desk = await aDesk();
  operators = await operatorsOf(desk);
  for (const [originCountry, commodityCode] of CELLS)
    standing.push(...(await goodsOf(operators, { originCountry, commodityCode }, { count: 18 })));
  await goodsOf(operators, { originCountry: 'CN', commodityCode: '610910' }, { count: 1, on: 1 });
  // Of Viet Nam one sender in one chapter, and enough in the other.
  await goodsOf(operators, { originCountry: 'VN', commodityCode: '610910' }, { count: 3, senders: 1 });
  await goodsOf(operators, { originCountry: 'VN', commodityCode: '851713' }, { count: 18 });
});

const cellsOf = (number: number, dataset: Dataset) =>
  db()
    .select()
    .from(vintageCells)
    .where(and(eq(vintageCells.month, MONTH), eq(vintageCells.number, number), eq(vintageCells.dataset, dataset)))
    .orderBy(vintageCells.rowMember, vintageCells.columnMember);
const cellOf = async (number: number, row: string, column: string) =>
  (await cellsOf(number, 'imports')).find((cell) => cell.rowMember === row && cell.columnMember === column);

describe('a closed month', () => {
  it('is frozen as its first vintage by the job, with its audit row, and not again while nothing changed', async () => {
    await freezeClosedMonths(new AbortController().signal, FROZEN_AT);
    const [vintage] = await db().select().from(vintages);
    expect(vintage).toMatchObject({
      ...{ month: MONTH, number: 1, frozenAt: FROZEN_AT, officeIds: [desk.officeId], definitionsVersion: 1 },
      ...{ rule: { version: 2 }, coverage: { consignments: 94, quarantined: 0, items: 94 } },
    });
    const audits = await db().select().from(auditLog).where(eq(auditLog.action, 'publication.freeze'));
    expect(audits).toMatchObject([{ subjectId: `${MONTH}/1`, details: { ruleVersion: 2, vintage: 1 } }]);
    expect(await freezeMonth(SYSTEM_ACTOR, MONTH, FROZEN_AT)).toEqual({ kind: 'unchanged' });
  });

  it('is not looked at again before the next day on which that is done, whatever came of it', async () => {
    const due = (month: string, at: string) => monthIsToBeFrozen(SYSTEM_ACTOR, month, new Date(at));
    expect(await due(MONTH, '2026-11-05T12:00:00Z')).toBe(false);
    // Of the month before there is a part only, so that it was not frozen.
    expect(await due('2026-09', '2026-11-30T12:00:00Z')).toBe(false);
    expect(await due('2026-09', '2026-12-04T12:00:00Z')).toBe(false);
    expect(await due('2026-09', '2026-12-05T00:00:00Z')).toBe(true);
    expect(await due('2026-11', '2026-12-05T00:00:00Z')).toBe(true);
  });

  it('is not frozen where a cell differs from the ledger, though the whole does not', async () => {
    const shift = (grams: number) =>
      db().execute(sql`
        update statistics.contributions set net_mass_g = net_mass_g + case chapter when '61' then ${grams}::int else -${grams}::int end
        where id in (select distinct on (chapter) id from statistics.contributions
          where day = ${`${MONTH}-12`} and origin = 'TR' order by chapter, id)`);
    expect((await shift(7)).rowCount).toBe(2);
    await expect(freezeMonth(SYSTEM_ACTOR, MONTH, FROZEN_AT)).rejects.toThrow(
      'imports, TR by 61: the cubes differ from the ledger',
    );
    await shift(-7);
    expect(await freezeMonth(SYSTEM_ACTOR, MONTH, FROZEN_AT)).toEqual({ kind: 'unchanged' });
  });

  it('holds what the ledger says, hides the cell of one sender and what it would follow from, and no more', async () => {
    expect(await cellOf(1, SUM, SUM)).toMatchObject({ standing: 'shown', finding: null });
    expect((await cellOf(1, SUM, SUM))?.figures[1]).toBe('94');
    expect(await cellOf(1, 'VN', '61')).toMatchObject({
      ...{ standing: 'hidden', told: null, finding: { because: 'few' } },
    });
    const cells = await cellsOf(1, 'imports');
    const layout = layoutOf(
      'imports',
      cells.map(({ rowMember: row, columnMember: column }) => ({ row, column })),
    );
    const hidden = new Set(
      cells
        .filter(({ standing }) => standing !== 'shown')
        .map((cell) => layout.cell(cell.rowMember, cell.columnMember)),
    );
    const grid = { rows: layout.rows.length, columns: layout.columns.length };
    expect(exposedIn(grid, (cell) => !hidden.has(cell))).toEqual([]);
    expect(hidden.size).toBe(4);
  });

  it('is frozen by the system alone, and only when it is over', async () => {
    await expect(freezeMonth(someone('analyst', desk.officeId), MONTH, FROZEN_AT)).rejects.toThrow(ForbiddenError);
    expect(await freezeMonth(SYSTEM_ACTOR, '2026-11', FROZEN_AT)).toEqual({ kind: 'not_over' });
    expect(await freezeMonth(SYSTEM_ACTOR, '2026-09', FROZEN_AT)).toEqual({ kind: 'not_whole' });
  });

  it('is read by who sees every office of it, and by nobody else', async () => {
    const analyst = someone('analyst', desk.officeId);
    const elsewhere = someone('analyst', 'BELGG');
    expect((await listVintages(analyst, null)).rows).toMatchObject([{ month: MONTH, number: 1, releases: [] }]);
    expect((await listVintages(elsewhere, null)).rows).toEqual([]);
    const { standings } = await getVintage(analyst, { month: MONTH, number: 1 });
    expect(standings.find(({ because, role }) => because === 'few' && role === 'consignment')?.cells).toBe(1);
    await expect(getVintage(elsewhere, { month: MONTH, number: 1 })).rejects.toThrow(NotFoundError);
    await expect(getVintage(desk.officer, { month: MONTH, number: 1 })).rejects.toThrow(ForbiddenError);
  });
});

it('knows a marketplace in whatever spelling it is named as one', async () => {
  const spellings = ['Luxury Lane', 'LUXURY LANE', 'luxury lane', ' Luxury  Lane', 'Lúxury Lane', 'Luxury-Lane'];
  await inTransaction(async (tx) => {
    const cell = async () =>
      (await tableContributors(tx, 'imports', daysOfMonth(MONTH))).get(cellKey('TR', '61'))?.contributors.platform;
    const before = (await cell())?.contributors ?? 0;
    const ids = standing.slice(36, 42).map(({ consignmentId }) => consignmentId);
    for (const [at, id] of ids.entries())
      await tx.execute(
        sql`update consignment.consignments set marketplace = ${spellings[at]} where consignment_id = ${id}::uuid`,
      );
    // Six of eighteen name one marketplace; the others go on as they were.
    expect((await cell())?.contributors).toBe(before + 1);
    tx.rollback();
  }).catch(() => undefined);
});

describe('a revision', () => {
  const LATER = new Date('2026-12-05T06:00:00Z');

  it('tells changes that many are behind, and keeps the earlier figure where few are', async () => {
    await goodsOf(operators, { originCountry: 'CN', commodityCode: '610910' }, { count: 14, on: 20 });
    await goodsOf(operators, { originCountry: 'CN', commodityCode: '851713' }, { count: 1, on: 21 });
    // Data came anew of all that were there, and changed nothing: they hide nobody.
    await versionsCameAt(standing, new Date('2026-11-21T08:00:00Z'));
    expect(await freezeMonth(SYSTEM_ACTOR, MONTH, LATER)).toEqual({ kind: 'frozen', number: 2 });
    const [before, after] = [await cellOf(1, 'CN', '85'), await cellOf(2, 'CN', '85')];
    expect(after).toMatchObject({ standing: 'held', told: before?.told });
    expect(after?.figures).not.toEqual(before?.figures);
    // The cell beside it changed by many: told, the change of their sum would tell the other.
    expect((await cellOf(2, 'CN', '61'))?.standing).toBe('held');
    expect((await cellOf(2, 'CN', SUM))?.standing).toBe('shown');
    expect((await cellOf(2, SUM, SUM))?.standing).toBe('shown');
    expect((await cellOf(2, SUM, SUM))?.figures[1]).toBe('109');
    expect(await cellOf(2, 'VN', '61')).toMatchObject({ standing: 'hidden', told: null });
  });

  it('leaves the vintage before as it was', async () => {
    expect((await cellOf(1, SUM, SUM))?.figures[1]).toBe('94');
    await expect(db().update(vintages).set({ administration: 'Another' })).rejects.toThrow();
    await expect(db().delete(vintageCells)).rejects.toThrow();
  });

  it('waits for more where all that changed is the figure of one, and tells it with what comes later', async () => {
    await goodsOf(operators, { originCountry: 'CN', commodityCode: '851713' }, { count: 1, on: 25 });
    const at = new Date('2027-01-05T06:00:00Z');
    expect(await freezeMonth(SYSTEM_ACTOR, MONTH, at)).toEqual({ kind: 'too_little' });
    await goodsOf(operators, { originCountry: 'CN', commodityCode: '851713' }, { count: 14, on: 26 });
    const later = new Date('2027-02-05T06:00:00Z');
    const both = await Promise.all([1, 2].map(() => freezeMonth(SYSTEM_ACTOR, MONTH, later)));
    // Of two workers at the same moment one makes it.
    expect(both.filter(({ kind }) => kind === 'frozen')).toHaveLength(1);
    expect((await cellOf(3, SUM, SUM))?.told?.[1]).toBe('124');
  });
});
