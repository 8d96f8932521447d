import { beforeAll, describe, expect, it } from 'vitest';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { recordExport } from '@/db/commands/statistics/record-export';
import { db } from '@/db/connection';
import { exportBreakdown, exportItems, exportSeries } from '@/db/queries/statistics/export-lines';
import { getBreakdown } from '@/db/queries/statistics/get-breakdown';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { getEffectiveness } from '@/db/queries/statistics/get-effectiveness';
import { getReleaseTimes } from '@/db/queries/statistics/get-release-times';
import { listGoodsItems } from '@/db/queries/statistics/list-goods-items';
import { auditLog } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { FILTER_NAMES, parseStatisticsFilter, resolveFilter, type StatisticsFilter } from '@/lib/statistics/filter';
import type { ItemCursor } from '@/lib/statistics/item-cursor';
import { FIGURES, figureText } from '@/lib/statistics/measures';
import { seriesOf, totalOf } from '@/lib/statistics/series';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { added, textOf, WORDS } from '../../support/exported-file';
import { placeNinetyDays } from './ninety-days';

useDatabase();
const TODAY = dayOf(NOW);
let desk: Desk;
let analyst: Actor;

beforeAll(async () => {
  desk = await aDesk();
  analyst = desk.analyst;
  await placeNinetyDays(desk);
});

const filterOf = (params: Record<string, string | string[]>) => parseStatisticsFilter({ period: 'last90', ...params });
const resolvedOf = (filter: StatisticsFilter) => resolveFilter(filter, TODAY);

const FILTERS: readonly Record<string, string | string[]>[] = [
  {},
  { period: 'last30' },
  { from: '2026-08-20', to: '2026-09-20', grain: 'week' },
  { origin: 'CN', measure: 'items' },
  { origin: ['VN', '-'], chapter: '95', measure: 'value' },
  { lane: ['red', 'yellow'], channel: 'post', marketplace: 'nobody' },
  { channel: ['post', 'express'], compare: 'none', measure: 'mass', grain: 'month' },
  { reason: 'random', examination: ['finding', 'conform'], measure: 'duty' },
  { outcome: 'released', origin: 'TR', measure: 'vat' },
  { measure: 'withdrawn' },
  { measure: 'withdrawn', lane: ['red', 'green'], grain: 'week' },
  { measure: 'withdrawn', outcome: 'released' },
];

const EUROS = { currency: 'EUR', minorDigits: 2 };

describe('chart, table, list and file', () => {
  it.each(FILTERS)('agree under %j', async (params) => {
    const filter = filterOf(params);
    const resolved = resolvedOf(filter);
    const { current, previous } = await getDailyFigures(analyst, filter, resolved);
    const total = totalOf(current);

    const points = seriesOf({ period: resolved.period, days: current }, null, resolved.grain);
    expect(points.reduce((sum, point) => sum + point.figures[filter.measure], 0n)).toBe(total[filter.measure]);

    let rows = 0;
    let counted = 0;
    let valueMinor = 0n;
    const seen = new Set<string>();
    let after: ItemCursor | null = null;
    do {
      const page = await listGoodsItems(analyst, filter, resolved.period, after, 7);
      expect(page.totals).toEqual(total);
      rows += page.rows.length;
      counted += page.rows.filter((row) => row.countsConsignment).length;
      for (const row of page.rows) {
        seen.add(`${row.consignmentId} ${row.itemNumber}`);
        valueMinor += row.valueMinor;
      }
      after = page.next;
    } while (after);
    expect(seen.size).toBe(rows);
    if (filter.measure === 'withdrawn') expect(BigInt(counted)).toBe(total.withdrawn);
    else expect([BigInt(rows), BigInt(counted), valueMinor]).toEqual([total.items, total.consignments, total.value]);

    const file = await textOf(exportItems(analyst, filter, TODAY, WORDS));
    expect(file.length - 1).toBe(rows);
    const series = await textOf(exportSeries(analyst, filter, TODAY, WORDS));
    // Whoever adds up the lines of the file comes to the totals of the page: no line of it is a total.
    const columns = previous ? 2 * FIGURES.length : FIGURES.length;
    expect(added(series.slice(1), columns)).toEqual([
      ...FIGURES.map((figure) => total[figure]),
      ...(previous ? FIGURES.map((figure) => totalOf(previous)[figure]) : []),
    ]);

    for (const by of FILTER_NAMES) {
      const whole = await getBreakdown(analyst, filter, resolved, by, 1_000);
      const top = await getBreakdown(analyst, filter, resolved, by, 1);
      expect(whole.rest).toBeNull();
      expect(whole.total).toBe(total[filter.measure]);
      expect(whole.rows.reduce((sum, row) => sum + row.value, 0n)).toBe(total[filter.measure]);
      expect(top.rows.reduce((sum, row) => sum + row.value, top.rest?.value ?? 0n)).toBe(total[filter.measure]);
      if (previous) expect(whole.previousTotal).toBe(totalOf(previous)[filter.measure]);
      const members = await textOf(exportBreakdown(analyst, filter, TODAY, by, WORDS));
      const listed = whole.rows.map((row) => [
        row.member === '-' ? '' : row.member,
        `${by} ${row.member}`,
        figureText(filter.measure, row.value, EUROS),
      ]);
      expect(members.slice(1).map((line) => line.slice(0, 3))).toEqual(listed);
    }
  });

  it('agree to the digit before and after folding', async () => {
    const filter = filterOf({ origin: 'CN', lane: 'red' });
    const before = await getDailyFigures(analyst, filter, resolvedOf(filter));
    while ((await foldContributions(SYSTEM_ACTOR)) > 0);
    expect(await getDailyFigures(analyst, filter, resolvedOf(filter))).toEqual(before);
  });

  it('put the members that grew most first when asked to, in list and file alike', async () => {
    const filter = filterOf({ period: 'last30', rank: 'growth' });
    const { rows } = await getBreakdown(analyst, filter, resolvedOf(filter), 'origin', 1_000);
    const growth = rows.map((row) => row.value - (row.previous ?? 0n));
    expect(growth).toEqual([...growth].sort((a, b) => Number(b - a)));
    const file = await textOf(exportBreakdown(analyst, filter, TODAY, 'origin', WORDS));
    const column = file[0]?.indexOf('change_consignments') ?? -1;
    expect(file.slice(1).map((line) => line[column])).toEqual(growth.map(String));
  });

  it('begin with the names of the columns, say under which filter they stand, and hold no formula', async () => {
    const file = await textOf(exportItems(analyst, filterOf({ origin: 'CN' }), TODAY, WORDS));
    expect(file[0]?.[0]).toBe('received_on');
    expect(file[0]?.slice(-5)).toEqual(['definitions', 'days_from', 'days_to', 'filter', 'filter_words']);
    expect(file[1]?.at(-5)).toContain('consignments v1; items v1; value v1');
    const points = await textOf(exportSeries(analyst, filterOf({}), TODAY, WORDS));
    expect(points[1]?.at(-5)).toContain('what value counts');
    expect(file[1]?.slice(-4)).toEqual(['2026-08-05', '2026-11-02', 'period=last90; origin=CN', 'of period, origin']);
    const at = (name: string) => file[1]?.[file[0]?.indexOf(name) ?? -1];
    expect(at('lane_words')).toBe(`lane ${at('lane')}`);
    expect(at('selection_reason_words')).toBe(`reason ${at('selection_reason')}`);
    const column = file[0]?.indexOf('description') ?? -1;
    expect(file.slice(1).every((line) => line[column] === `'=HYPERLINK("x")`)).toBe(true);
  });
});

describe('release times and effectiveness', () => {
  it('count only what is released: released in the ledger = released in the histogram', async () => {
    const filter = filterOf({});
    const { current } = await getReleaseTimes(analyst, filter, resolvedOf(filter));
    const released = filterOf({ outcome: 'released' });
    const total = totalOf((await getDailyFigures(analyst, released, resolvedOf(released))).current);
    expect(BigInt(current.released)).toBe(total.consignments);
    const within = current.histogram.slice(0, 9).reduce((sum, bin) => sum + bin.released, 0);
    expect(current.withinGoal).toBeCloseTo(within / current.released, 12);
    expect(current.p90Seconds ?? 0).toBeGreaterThanOrEqual(current.medianSeconds ?? 0);
  });

  it('take every consignment once, and hits from findings', async () => {
    const filter = filterOf({});
    const found = await getEffectiveness(analyst, filter, resolvedOf(filter));
    const total = totalOf((await getDailyFigures(analyst, filter, resolvedOf(filter))).current);
    expect(BigInt(found.consignments)).toBe(total.consignments);
    const findings = filterOf({ examination: 'finding' });
    const hits = totalOf((await getDailyFigures(analyst, findings, resolvedOf(findings))).current).consignments;
    expect(BigInt(found.reasons.reduce((sum, row) => sum + row.findings, 0))).toBe(hits);
  });
});

describe('who may ask', () => {
  const ask = (actor: Actor, params: Record<string, string | string[]> = {}) => {
    const filter = filterOf(params);
    return getDailyFigures(actor, filter, resolvedOf(filter));
  };

  it('analysts, supervisors, risk managers and auditors see their offices and no other', async () => {
    const sums = await Promise.all(
      (['NLRTM', 'BELGG'] as const).map(
        async (office) => totalOf((await ask(someone('auditor', office))).current).items,
      ),
    );
    const both = { ...someone('risk_manager', 'NLRTM'), officeIds: ['NLRTM', 'BELGG'] };
    expect(totalOf((await ask(both)).current).items).toBe((sums[0] ?? 0n) + (sums[1] ?? 0n));
    expect(sums.every((sum) => sum > 0n)).toBe(true);
    expect(totalOf((await ask(desk.supervisor)).current).items).toBe(sums[0]);
    const rows = await listGoodsItems(analyst, filterOf({}), resolvedOf(filterOf({})).period, null, 1_000);
    expect(new Set(rows.rows.map((row) => row.officeId))).toEqual(new Set(['NLRTM']));
  });

  it('an office of others does not exist for them, in figures, list and file', async () => {
    const foreign = { office: ['NLRTM', 'BELGG'] };
    const filter = filterOf(foreign);
    await expect(ask(analyst, foreign)).rejects.toBeInstanceOf(NotFoundError);
    await expect(listGoodsItems(analyst, filter, resolvedOf(filter).period, null)).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(textOf(exportItems(analyst, filter, TODAY, WORDS))).rejects.toBeInstanceOf(NotFoundError);
  });

  it('officers, partners and administrators are refused every question and every file', async () => {
    const filter = filterOf({});
    const resolved = resolvedOf(filter);
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM')]) {
      await expect(ask(actor)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(getBreakdown(actor, filter, resolved, 'origin', 5)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(getReleaseTimes(actor, filter, resolved)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(getEffectiveness(actor, filter, resolved)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(listGoodsItems(actor, filter, resolved.period, null)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(textOf(exportSeries(actor, filter, TODAY, WORDS))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(textOf(exportBreakdown(actor, filter, TODAY, 'lane', WORDS))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(textOf(exportItems(actor, filter, TODAY, WORDS))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(recordExport(actor, 'items', { filter, by: null })).rejects.toBeInstanceOf(ForbiddenError);
    }
  });

  it('somebody without an office sees nothing', async () => {
    expect((await ask({ ...analyst, officeIds: [] })).current).toEqual([]);
  });

  it('a file leaves a trace of who took what, broken down by what', async () => {
    await recordExport(analyst, 'breakdown', { filter: filterOf({ origin: 'CN' }), by: 'chapter' }, NOW);
    const rows = await db().select().from(auditLog);
    expect(rows.filter((row) => row.action === 'statistics.export')).toMatchObject([
      { actorId: analyst.id, subjectId: 'breakdown', details: { period: 'last90', origin: ['CN'], by: 'chapter' } },
    ]);
  });
});
