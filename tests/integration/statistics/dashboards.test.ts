import { beforeAll, describe, expect, it } from 'vitest';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { getReleaseStudy, STUDIED } from '@/db/queries/statistics/get-release-study';
import { getReleaseTimes } from '@/db/queries/statistics/get-release-times';
import { listLawChanges } from '@/db/queries/statistics/list-law-changes';
import { listLimits } from '@/db/queries/statistics/list-limits';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { askedBy, DASHBOARDS } from '@/lib/statistics/dashboards';
import { drawnOf } from '@/lib/statistics/drawing';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { figureAt, TOTAL } from '@/lib/statistics/pivot';
import { resolveQuestion } from '@/lib/statistics/question';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { placeNinetyDays } from './ninety-days';

useDatabase();
const TODAY = dayOf(NOW);
const EUROS = { currency: 'EUR', minorDigits: 2 };
const filter = parseStatisticsFilter({ period: 'last90' });
const resolved = resolveFilter(filter, TODAY);
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await placeNinetyDays(desk);
});

const ASKED = Object.values(DASHBOARDS).flatMap((parts) => parts.filter((part) => 'ask' in part));

describe('dashboards', () => {
  it.each(ASKED.map((part) => [part.key, part] as const))('draw in %s what the table says', async (_, part) => {
    const question = askedBy(part, filter);
    const pivot = await getPivot(desk.analyst, question, resolveQuestion(question, TODAY));
    const drawn = drawnOf(pivot, question, EUROS);
    expect(question.drawing).toBe(part.ask.drawing);
    expect(drawn.points.length).toBeGreaterThan(0);
    if (!drawn.isSummed || drawn.says !== 'figure') return;
    const whole = Number(figureAt(pivot, drawn.figure, { row: TOTAL, column: TOTAL }));
    const sum = drawn.points.flatMap(({ values }) => values).reduce<number>((all, value) => all + (value ?? 0), 0);
    const digits = ['value', 'vat', 'duty'].includes(drawn.figure) ? 100 : 1;
    expect(Math.round(sum * digits)).toBe(whole);
  });

  it('draw one series where lines would be told together, and say how many columns they leave out', async () => {
    const question = askedBy(
      { key: 'x', ask: { rows: 'time', columns: 'origin', drawing: 'bar', figures: 'releaseHours' } },
      filter,
    );
    const pivot = await getPivot(desk.analyst, question, resolveQuestion(question, TODAY));
    expect(drawnOf(pivot, question, EUROS).series).toEqual([TOTAL]);
  });
});

describe('a time release study', () => {
  it('holds by every cause each released consignment once', async () => {
    const { current } = await getReleaseTimes(desk.analyst, filter, resolved);
    for (const by of STUDIED) {
      const rows = await getReleaseStudy(desk.analyst, filter, resolved, by);
      expect(rows.reduce((sum, { times }) => sum + times.released, 0)).toBe(current.released);
      for (const { times, range } of rows) {
        expect(times.medianSeconds ?? 0).toBeGreaterThanOrEqual(range?.fromSeconds ?? 0);
      }
    }
  });
});

describe('the law beside the figures', () => {
  it('is told where it begins in the period, and its limits as they stand on a day', async () => {
    const changes = await listLawChanges(desk.analyst, { from: '2026-06-01', to: '2026-07-31' });
    expect(changes.map(({ day, kind }) => [day, kind])).toContainEqual(['2026-07-01', 'charge_law']);
    expect(await listLawChanges(desk.analyst, { from: '2026-08-01', to: '2026-08-02' })).toEqual([]);
    const limits = await listLimits(desk.analyst, '2026-06-30');
    expect(limits.map(({ limitMinor }) => limitMinor)).toContain(15_000n);
  });

  it('is refused to roles that read none, as the study is', async () => {
    for (const actor of [desk.partner]) {
      await expect(listLimits(actor, TODAY)).rejects.toThrow(ForbiddenError);
      await expect(listLawChanges(actor, resolved.period)).rejects.toThrow(ForbiddenError);
      await expect(getReleaseStudy(actor, filter, resolved, 'lane')).rejects.toThrow(ForbiddenError);
    }
    await expect(getReleaseStudy(desk.officer, filter, resolved, 'lane')).rejects.toThrow(ForbiddenError);
  });
});
