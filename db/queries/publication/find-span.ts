import 'server-only';
import type { Dataset } from '@/lib/publication/datasets';
import { monthsOfSpan, type SpanTable, spanTable } from '@/lib/publication/span';
import { findPublished } from './published';

/**
 * A dataset of a quarter (`YYYY-Qn`) or a year (`YYYY`), out of the latest vintage of each of its months, or of what was published by an
 * instant; null where the text names neither, a month is not published, or counts in another currency. Takes no actor: it is for everybody,
 * and made of what everybody reads.
 */
export async function findSpan(dataset: Dataset, span: string, publishedBy?: Date): Promise<SpanTable | null> {
  const asked = publishedBy === undefined ? {} : { publishedBy };
  const months = await Promise.all(monthsOfSpan(span).map((month) => findPublished(dataset, { month, ...asked })));
  const tables = months.flatMap((month) => (month ? [month.table] : []));
  const isOne = tables.length === months.length && new Set(tables.map(({ currency }) => currency)).size === 1;
  return isOne ? spanTable(dataset, span, tables) : null;
}
