import 'server-only';
import type { Dataset } from '@/lib/publication/datasets';
import { monthsOfQuarter, QUARTER, type QuarterTable, quarterTable } from '@/lib/publication/quarter';
import { findPublished } from './published';

/**
 * A dataset of a quarter, out of the latest vintage of each of its months, or of what was published by an instant; null where a month is not
 * published, or counts in another currency. Takes no actor: it is for everybody, and made of what everybody reads.
 */
export async function findQuarter(dataset: Dataset, quarter: string, publishedBy?: Date): Promise<QuarterTable | null> {
  if (!QUARTER.test(quarter)) return null;
  const asked = publishedBy === undefined ? {} : { publishedBy };
  const months = await Promise.all(
    monthsOfQuarter(quarter).map((month) => findPublished(dataset, { month, ...asked })),
  );
  const tables = months.flatMap((month) => (month ? [month.table] : []));
  const isOne = tables.length === months.length && new Set(tables.map(({ currency }) => currency)).size === 1;
  return isOne ? quarterTable(dataset, quarter, tables) : null;
}
