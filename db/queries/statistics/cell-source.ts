import 'server-only';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { cells, contributions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import type { Dimension, Measure } from '@/lib/statistics/contributions';
import { dimensionsOf, FILTER_DIMENSIONS, FILTER_NAMES, type StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { firstFilled } from './filled-cube';

/** The column of a dimension or measure. */
export const column = (key: Dimension | Measure): SQL => sql`${sql.identifier(getTableColumns(cells)[key].name)}`;

/**
 * The offices a question is about: those of the actor, or the asked ones among them. Null stands for all (background work).
 * @throws NotFoundError when an asked office is not the actor's
 */
export function officesOf(actor: Actor, filter: StatisticsFilter): readonly string[] | null {
  if (actor.kind === 'system') return filter.office.length > 0 ? filter.office : null;
  if (filter.office.some((office) => !actor.officeIds.includes(office))) throw new NotFoundError('office');
  return filter.office.length > 0 ? filter.office : actor.officeIds;
}

/**
 * The rows a question is answered from, for use in `from`: the smallest cube that has its dimensions and is filled, with the contributions
 * not folded yet, so that the figures are those of this moment. `period` is the index of the period a row falls into.
 */
export function cellSource(
  actor: Actor,
  filter: StatisticsFilter,
  question: {
    readonly periods: readonly Period[];
    readonly dimensions: readonly Dimension[];
    readonly measures: readonly Measure[];
  },
): SQL {
  const { periods, dimensions, measures } = question;
  const cube = firstFilled(['day', 'officeId', ...dimensionsOf(filter), ...dimensions]);
  const columns = sql.join([...dimensions, ...measures].map(column), sql`, `);
  const members = membership(actor, filter);
  const branches = periods.flatMap(({ from, to }, period) => {
    const during = sql`day between ${from} and ${to} and ${members}`;
    const index = sql.raw(String(period));
    return [
      sql`select ${index} as period, ${columns} from ${cells} where cube = ${cube} and ${during}`,
      sql`select ${index} as period, ${columns} from ${contributions} where ${during}`,
    ];
  });
  return sql`(${sql.join(branches, sql` union all `)}) as source`;
}

function membership(actor: Actor, filter: StatisticsFilter): SQL {
  const offices = officesOf(actor, filter);
  const conditions = FILTER_NAMES.flatMap((name) => {
    const members = name === 'office' ? offices : filter[name].length > 0 ? filter[name] : null;
    return members ? [sql`${column(FILTER_DIMENSIONS[name])} = any(${sql.param([...members])}::text[])`] : [];
  });
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
