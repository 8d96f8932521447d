import 'server-only';
import { and, asc, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { releases, vintageCells, vintages } from '@/db/schema';
import { type DisclosureRule, roundedCount } from '@/lib/disclosure/rule';
import { type Dataset, SUM } from '@/lib/publication/datasets';
import { type PublishedTable, publishedTable } from '@/lib/publication/published';

/** A release that went out, as the public sees it. */
export type PublishedRelease = {
  readonly month: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly note: string;
  readonly currency: string;
};
/** A vintage with its figures as they were told. */
export type PublishedVintage = PublishedRelease & {
  readonly frozenAt: Date;
  readonly administration: string;
  readonly definitionsVersion: number;
  readonly rule: DisclosureRule;
  /** Rounded as every count, and of consignments as told: what is in it must not tell more than the tables do. */
  readonly coverage: ToldCoverage;
  /** Whether no later vintage of the month was published. */
  readonly isLatest: boolean;
  /** Whether figures are those of an earlier vintage: of cells whose change too few are behind, or of the whole table. */
  readonly repeatsEarlier: boolean;
  readonly table: PublishedTable;
};
/** Consignments counted, and records that stood in quarantine and are not. */
export type ToldCoverage = { readonly consignments: number; readonly quarantined: number };
/** Which vintage is asked for: of a month, or of the latest; a number, or what stood at an instant, or now. */
export type AskedVintage = {
  readonly month?: string;
  readonly number?: number;
  readonly publishedBy?: Date;
};

const COLUMNS = {
  month: releases.month,
  number: releases.number,
  publishedAt: releases.publishedAt,
  note: releases.note,
  currency: vintages.currency,
} as const;

/** Every release that went out, the latest month first and of a month the latest vintage. Takes no actor: it is for everybody. */
export async function listPublished(): Promise<readonly PublishedRelease[]> {
  return publishedWhere();
}

/** Releases that were approved and wait for their hour: the calendar tells of them, and nothing of their figures. */
export async function listToCome(): Promise<readonly { month: string; number: number; releaseAt: Date }[]> {
  return db()
    .select({ month: releases.month, number: releases.number, releaseAt: releases.releaseAt })
    .from(releases)
    .where(eq(releases.state, 'approved'))
    .orderBy(asc(releases.releaseAt), asc(releases.month));
}

/** The latest vintage of each of these months, or of what was published by an instant, the first month first; of a month without one, none. */
export async function publishedMonths(
  months: readonly string[],
  publishedBy?: Date,
): Promise<readonly PublishedRelease[]> {
  const byThen = publishedBy === undefined ? [] : [lte(releases.publishedAt, publishedBy)];
  const published = await publishedWhere(inArray(releases.month, [...months]), ...byThen);
  // The latest vintage of a month comes first.
  return published.filter(({ month }, at) => published[at - 1]?.month !== month).reverse();
}

/** A dataset of a published vintage; null where none was published that fits. What is hidden is not read. */
export async function findPublished(dataset: Dataset, asked: AskedVintage): Promise<PublishedVintage | null> {
  const conditions = [
    ...(asked.month === undefined ? [] : [eq(releases.month, asked.month)]),
    ...(asked.number === undefined ? [] : [eq(releases.number, asked.number)]),
    ...(asked.publishedBy === undefined ? [] : [lte(releases.publishedAt, asked.publishedBy)]),
  ];
  const [release] = await publishedWhere(...conditions);
  if (!release) return null;
  const [latest] = await publishedWhere(eq(releases.month, release.month));
  const key = { month: release.month, number: release.number };
  const [vintage] = await db()
    .select()
    .from(vintages)
    .where(and(eq(vintages.month, key.month), eq(vintages.number, key.number)));
  if (!vintage) return null;
  const { frozenAt, administration, definitionsVersion, rule, coverage, currency, minorDigits, kept } = vintage;
  const cells = await db()
    .select({
      row: vintageCells.rowMember,
      column: vintageCells.columnMember,
      told: vintageCells.told,
      standing: vintageCells.standing,
    })
    .from(vintageCells)
    .where(ofVintage(key, dataset));
  const [counted] = await db()
    .select({ told: vintageCells.told })
    .from(vintageCells)
    .where(and(ofVintage(key, 'clearance'), eq(vintageCells.rowMember, SUM), eq(vintageCells.columnMember, SUM)));
  return {
    ...release,
    ...{ frozenAt, administration, definitionsVersion, rule },
    coverage: {
      consignments: Number(roundedCount(BigInt(counted?.told?.[0] ?? 0), rule)),
      quarantined: Number(roundedCount(BigInt(coverage.quarantined), rule)),
    },
    repeatsEarlier: new Date(kept[dataset].takenAt) < frozenAt || cells.some(({ standing }) => standing === 'held'),
    isLatest: latest?.number === release.number,
    table: publishedTable(
      { dataset, month: key.month, vintage: key.number },
      cells.map(({ row, column, told }) => ({ row, column, told: told?.map(BigInt) ?? null })),
      { currency, minorDigits, countBase: rule.countBase },
    ),
  };
}

/** The total of every month as it stands, the oldest first: the latest vintage of each, for the course of a dataset over time. */
export async function monthlyTotals(
  dataset: Dataset,
): Promise<readonly { readonly month: string; readonly vintage: number; readonly figures: readonly string[] }[]> {
  const rows = await db().execute<{
    month: string;
    number: number;
    told: string[];
    currency: string;
    digits: number;
    base: number;
  }>(sql`
    select distinct on (r.month) r.month, r.number, c.told, v.currency, v.minor_digits as digits, (v.rule->>'countBase')::int as base
    from ${releases} r
    join ${vintages} v on v.month = r.month and v.number = r.number
    join ${vintageCells} c on c.month = r.month and c.number = r.number and c.dataset = ${dataset}
      and c.row_member = ${SUM} and c.column_member = ${SUM}
    where r.state = 'published' order by r.month desc, r.number desc limit ${MONTHS_MAX}`);
  return rows.rows
    .map(({ month, number, told, currency, digits, base }) => {
      const total = { row: SUM, column: SUM, told: told.map(BigInt) };
      const units = { currency, minorDigits: digits, countBase: base };
      const { figuresOf } = publishedTable({ dataset, month, vintage: number }, [total], units);
      return { month, vintage: number, figures: figuresOf(SUM, SUM) };
    })
    .reverse();
}

/** Months of the drawing at most. */
const MONTHS_MAX = 24;

const ofVintage = ({ month, number }: { month: string; number: number }, dataset: Dataset) =>
  and(eq(vintageCells.month, month), eq(vintageCells.number, number), eq(vintageCells.dataset, dataset));

async function publishedWhere(...conditions: SQL[]): Promise<PublishedRelease[]> {
  const rows = await db()
    .select(COLUMNS)
    .from(releases)
    .innerJoin(vintages, and(eq(vintages.month, releases.month), eq(vintages.number, releases.number)))
    .where(and(eq(releases.state, 'published'), ...conditions))
    .orderBy(desc(releases.month), desc(releases.number));
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}
