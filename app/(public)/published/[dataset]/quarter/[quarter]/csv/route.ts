import { definePublicRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { publishedWords } from '@/app/_server/published-words';
import { findQuarter } from '@/db/queries/publication/find-quarter';
import { datasetOf } from '@/lib/publication/datasets';
import { quarterCsv } from '@/lib/publication/quarter';

/** The table of a quarter as a file. */
export const GET = definePublicRoute<{ dataset: string; quarter: string }>(async ({ params }) => {
  const dataset = datasetOf(params.dataset);
  const table = dataset && (await findQuarter(dataset, params.quarter));
  if (!table) return problemResponse(404, 'not_found');
  const { member } = await publishedWords();
  return new Response([...quarterCsv(table, member)].join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="luxor-${table.dataset}-${table.quarter}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
});
