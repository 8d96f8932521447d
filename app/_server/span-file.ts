import 'server-only';
import { findSpan } from '@/db/queries/publication/find-span';
import { endOfDay, parseDay } from '@/lib/kernel/dates';
import { datasetOf } from '@/lib/publication/datasets';
import { type SpanKind, spanCsv, spanKindOf } from '@/lib/publication/span';
import { problemResponse } from './problem-response';
import { publishedWords } from './published-words';

type Asked = {
  readonly dataset: string;
  readonly kind: SpanKind;
  readonly span: string;
  /** As published by the end of this day; null or empty: as it stands. */
  readonly on: string | null;
};

/** The table of a quarter or a year as CSV; 404 where there is none, and for a day that is none. */
export async function spanFile({ dataset: name, kind, span, on }: Asked): Promise<Response> {
  const dataset = datasetOf(name);
  const day = on ? parseDay(on) : null;
  const isAsked = dataset !== null && spanKindOf(span) === kind && (!on || day !== null);
  const table = isAsked ? await findSpan(dataset, span, day ? endOfDay(day) : undefined) : null;
  if (!table) return problemResponse(404, 'not_found');
  const { member } = await publishedWords();
  return new Response([...spanCsv(table, member)].join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="luxor-${table.dataset}-${table.span}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
