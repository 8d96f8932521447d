import { NextRequest } from 'next/server';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as quarterFile from '@/app/(public)/published/[dataset]/quarter/[quarter]/csv/route';
import * as yearFile from '@/app/(public)/published/[dataset]/year/[year]/csv/route';
import { db } from '@/db/connection';
import { findSpan } from '@/db/queries/publication/find-span';
import { releases, vintageCells, vintages } from '@/db/schema';
import { DISCLOSURE_RULE } from '@/lib/disclosure/rule';
import { derivedId } from '@/lib/kernel/ids';
import { SUM } from '@/lib/publication/datasets';
import { monthsOfSpan } from '@/lib/publication/span';
import { useDatabase } from '../../support/database';

vi.hoisted(() => vi.resetModules()); // The files of a worker share their modules.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
  getLocale: async () => 'en-GB',
}));

useDatabase();

/** A published vintage of a month: so many items from China, and some of Türkiye where they may be told. */
async function publish(
  month: string,
  number: number,
  publishedAt: Date,
  { items, isHidden = false }: { items: number; isHidden?: boolean },
) {
  const kept = { cells: 2, cellsShown: 2, size: '0', sizeShown: '0', takenAt: publishedAt.toISOString() };
  await db()
    .insert(vintages)
    .values({
      ...{ month, number, frozenAt: publishedAt, definitionsVersion: 1, rule: DISCLOSURE_RULE, administration: 'A' },
      ...{ currency: 'EUR', minorDigits: 2, officeIds: ['NLRTM'], kept: { imports: kept, clearance: kept } },
      coverage: { consignments: items, quarantined: 0, items, withoutOrigin: 0, withoutCode: 0 },
    });
  const figures = (count: number) => [String(count * 1_000), String(count), String(count * 2_000)];
  const cell = (rowMember: string, columnMember: string, count: number, hidden = false) => ({
    ...{ month, number, dataset: 'imports' as const, rowMember, columnMember, figures: figures(count) },
    ...{ told: hidden ? null : figures(count), standing: hidden ? ('hidden' as const) : ('shown' as const) },
  });
  await db()
    .insert(vintageCells)
    .values([
      cell(SUM, SUM, items + 20),
      cell('CN', SUM, items),
      cell('TR', SUM, 20, isHidden),
      cell(SUM, '61', items + 20),
      cell('CN', '61', items),
      cell('TR', '61', 20, isHidden),
    ]);
  await db()
    .insert(releases)
    .values({
      ...{ id: derivedId('span', month, String(number)), month, number, state: 'published' as const, note: '' },
      ...{ releaseAt: publishedAt, publishedAt, preparedAt: publishedAt },
      ...{ preparedBy: derivedId('somebody'), preparedByName: 'S', decidedAt: publishedAt },
      ...{ decidedBy: derivedId('another'), decidedByName: 'T' },
    });
}
const FIRST = new Date('2026-02-15T09:00:00Z');
const REVISED = new Date('2026-03-15T09:00:00Z');

beforeAll(async () => {
  for (const month of monthsOfSpan('2025'))
    await publish(month, 1, FIRST, { items: 100, isHidden: month === '2025-05' });
  await publish('2025-11', 2, REVISED, { items: 140 });
  await publish('2026-01', 1, REVISED, { items: 100 });
});

const fileOf = (module: typeof yearFile | typeof quarterFile, span: string, query = '') =>
  module.GET(new NextRequest(`http://a.example/published/imports/x/${span}/csv${query}`), {
    params: Promise.resolve({ dataset: 'imports', year: span, quarter: span }),
  });

describe('a year', () => {
  it('adds up the latest vintages of its twelve months, and hides what one of them hides', async () => {
    const year = await findSpan('imports', '2025');
    expect(year?.figuresOf('CN', '61')[1]).toBe(String(11 * 100 + 140));
    expect(year?.figuresOf('TR', '61')).toEqual(['c', 'c', 'c']);
    expect(year?.months.find(({ month }) => month === '2025-11')?.vintage).toBe(2);
  });

  it('is what was published by a day, where a day is asked for', async () => {
    const before = await findSpan('imports', '2025', new Date('2026-03-01T00:00:00Z'));
    expect(before?.figuresOf('CN', '61')[1]).toBe('1200');
    expect(await findSpan('imports', '2025', new Date('2026-02-01T00:00:00Z'))).toBeNull();
    const file = await (await fileOf(yearFile, '2025', '?on=2026-03-01')).text();
    expect(file.split('\r\n')[1]).toContain('2025-11 v1');
    expect((await (await fileOf(yearFile, '2025')).text()).split('\r\n')[1]).toContain('2025-11 v2');
  });

  it('takes one connection, and one statement where it is not whole', async () => {
    const ask = pg.Pool.prototype.query as unknown as (...words: unknown[]) => Promise<unknown>;
    let [asked, busy, most] = [0, 0, 0];
    const counted = vi.spyOn(pg.Pool.prototype, 'query').mockImplementation(async function (
      this: pg.Pool,
      ...words: unknown[]
    ) {
      asked += 1;
      busy += 1;
      most = Math.max(most, busy);
      return ask.apply(this, words).finally(() => {
        busy -= 1;
      });
    } as never);
    expect(await findSpan('imports', '2026')).toBeNull();
    expect(asked).toBe(1);
    expect(await findSpan('imports', '2025')).not.toBeNull();
    counted.mockRestore();
    expect(most).toBe(1);
  });

  it('is none while a month of it is not published, nor of what is no year', async () => {
    expect(await findSpan('imports', '2026')).toBeNull();
    for (const [module, span, query] of [
      [yearFile, '2026', ''],
      [yearFile, '2025-Q1', ''],
      [quarterFile, '2025', ''],
      [yearFile, '2025', '?on=yesterday'],
    ] as const)
      expect((await fileOf(module, span, query)).status).toBe(404);
  });

  it('is the sum of its quarters where all of them tell', async () => {
    const quarters = await Promise.all([1, 2, 3, 4].map((quarter) => findSpan('imports', `2025-Q${quarter}`)));
    const added = quarters.reduce((sum, quarter) => sum + BigInt(quarter?.figuresOf('CN', '61')[0] ?? 0), 0n);
    expect(String(added)).toBe((await findSpan('imports', '2025'))?.figuresOf('CN', '61')[0]);
    expect(quarters[1]?.figuresOf('TR', '61')[1]).toBe('c');
    expect(quarters[0]?.figuresOf('TR', '61')[1]).toBe('60');
    const file = await fileOf(quarterFile, '2025-Q1');
    expect(file.headers.get('content-disposition')).toContain('luxor-imports-2025-Q1.csv');
    expect(await file.text()).toMatch(/^quarter,months,/);
  });
});
