import { definePublicCall } from '@/app/_server/define-call';
import { publishedWords } from '@/app/_server/published-words';
import { findPublished } from '@/db/queries/publication/published';
import { READ_STRUCTURE } from '@/lib/api/statistics-calls';
import { datasetOf } from '@/lib/publication/datasets';
import { sdmxStructure } from '@/lib/publication/sdmx';

/** The structure of a dataset for whoever reads its SDMX-CSV: dimensions, code lists and attributes, as of its latest release. */
export const GET = definePublicCall(READ_STRUCTURE, async ({ params, answer, problem }) => {
  const dataset = datasetOf(params.dataset);
  const vintage = dataset ? await findPublished(dataset, {}) : null;
  if (!vintage) return problem('not_found');
  const words = await publishedWords();
  const { table, publishedAt } = vintage;
  return answer(200, sdmxStructure(table, words.structure(table.dataset), publishedAt.toISOString()) as never);
});
