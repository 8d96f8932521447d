import { definePublicCall } from '@/app/_server/define-call';
import {
  askedFormat,
  csvOf,
  fileNameOf,
  parquetOf,
  sdmxOf,
  statisticsJson,
  workbookOf,
} from '@/app/_server/published-answer';
import { publishedWords } from '@/app/_server/published-words';
import { findPublished } from '@/db/queries/publication/published';
import { READ_STATISTICS, STATISTICS_TYPES } from '@/lib/api/statistics-calls';
import { endOfDay } from '@/lib/kernel/dates';
import { datasetOf } from '@/lib/publication/datasets';

const download = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

/** A published table: of a month or the latest, of a vintage or what stood on a day, as JSON, CSV, SDMX-CSV, workbook or Parquet. */
export const GET = definePublicCall(
  READ_STATISTICS,
  async ({ request, params, query, answer, text, bytes, problem }) => {
    const dataset = datasetOf(params.dataset);
    const { month, vintage: number, published_on: day, format } = query;
    const vintage = dataset
      ? await findPublished(dataset, { month, number, ...(day ? { publishedBy: endOfDay(day) } : {}) })
      : null;
    if (!vintage) return problem('not_found');
    const words = await publishedWords();
    switch (askedFormat(format, request.headers.get('accept'))) {
      case 'json':
        return answer(200, statisticsJson(vintage, words));
      case 'csv':
        return text(200, STATISTICS_TYPES.csv, csvOf(vintage, words), download(fileNameOf(vintage, 'csv')));
      case 'sdmx':
        return text(200, STATISTICS_TYPES.sdmx, sdmxOf(vintage, words), download(fileNameOf(vintage, 'sdmx.csv')));
      case 'xlsx':
        return bytes(200, STATISTICS_TYPES.xlsx, workbookOf(vintage, words), download(fileNameOf(vintage, 'xlsx')));
      case 'parquet':
        return bytes(
          200,
          STATISTICS_TYPES.parquet,
          parquetOf(vintage, words),
          download(fileNameOf(vintage, 'parquet')),
        );
    }
  },
);
