import 'server-only';
import type { Dataset } from '@/lib/publication/datasets';
import type { PublishedTable } from '@/lib/publication/published';
import { monthsOfSpan, type SpanTable, spanTable } from '@/lib/publication/span';
import { findPublished, publishedMonths } from './published';

/**
 * A dataset of a quarter (`YYYY-Qn`) or a year (`YYYY`), out of the latest vintage of each of its months, or of what was published by an
 * instant; null where the text names neither, a month is not published, or counts in another currency. Takes no actor: it is for everybody,
 * and made of what everybody reads.
 */
export async function findSpan(dataset: Dataset, span: string, publishedBy?: Date): Promise<SpanTable | null> {
  const months = monthsOfSpan(span);
  if (months.length === 0) return null;
  const vintages = await publishedMonths(months, publishedBy);
  if (vintages.length < months.length || new Set(vintages.map(({ currency }) => currency)).size > 1) return null;
  const tables: PublishedTable[] = [];
  // One after the other: a page that anybody may ask for takes one connection, not all of them.
  for (const { month, number } of vintages) {
    const found = await findPublished(dataset, { month, number });
    if (!found) return null;
    tables.push(found.table);
  }
  return spanTable(dataset, span, tables);
}
