import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { FIGURES, type Figures, measureOf } from '@/lib/statistics/measures';
import type { DayFigures } from '@/lib/statistics/series';
import { cellSource, column } from './cell-source';

export type DailyFigures = {
  readonly current: readonly DayFigures[];
  /** Null without comparison. */
  readonly previous: readonly DayFigures[] | null;
};

type Row = { period: number; day: string } & { [F in keyof Figures]: string };

/** Every figure by day, in the period asked for and the one it is compared with, at one moment. Totals and series are sums of these. */
export async function getDailyFigures(
  actor: Actor,
  filter: StatisticsFilter,
  { period, previous }: Pick<Resolved, 'period' | 'previous'>,
): Promise<DailyFigures> {
  authorise(actor, 'statistics.read');
  const measures = FIGURES.map(measureOf);
  const periods = previous ? [period, previous] : [period];
  const sums = FIGURES.map((figure) => sql`sum(${column(measureOf(figure))})::text as ${sql.identifier(figure)}`);
  const { rows } = await db().execute<Row>(sql`
    select period, day::text, ${sql.join(sums, sql`, `)}
    from ${cellSource(actor, filter, { periods, dimensions: ['day'], measures })}
    group by period, day having sum(items) <> 0 or sum(withdrawn) <> 0 order by period, day`);
  const days = (index: number) => rows.filter((row) => row.period === index).map(toDay);
  return { current: days(0), previous: previous ? days(1) : null };
}

function toDay({ day, consignments, items, value, mass, duty, vat, withdrawn }: Row): DayFigures {
  return {
    day,
    figures: {
      consignments: BigInt(consignments),
      items: BigInt(items),
      value: BigInt(value),
      mass: BigInt(mass),
      duty: BigInt(duty),
      vat: BigInt(vat),
      withdrawn: BigInt(withdrawn),
    },
  };
}
