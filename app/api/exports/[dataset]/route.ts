import { defineRoute } from '@/app/_server/define-route';
import { fileWords } from '@/app/_server/file-words';
import { refuseDays } from '@/app/_server/refuse-days';
import { noteNarrowQuestion } from '@/db/commands/statistics/note-narrow-question';
import { EXPORT_DATASETS, type ExportDataset, recordExport } from '@/db/commands/statistics/record-export';
import { officesOf } from '@/db/queries/statistics/cell-source';
import { exportBreakdown, exportEffectiveness, exportItems, exportSeries } from '@/db/queries/statistics/export-lines';
import { exportPivot } from '@/db/queries/statistics/export-pivot';
import { exportSample } from '@/db/queries/statistics/export-sample';
import { exportOverlaps, exportYields } from '@/db/queries/statistics/export-yields';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import type { FileWords } from '@/lib/statistics/export-lines';
import {
  FILTER_NAMES,
  parseStatisticsFilter,
  resolveFilter,
  type StatisticsFilter,
  unfitDays,
} from '@/lib/statistics/filter';
import { parseQuestion, type Question } from '@/lib/statistics/question';
import { parseYieldFilter } from '@/lib/statistics/yield-filter';

/** A dataset of the statistics as a CSV file, under the filter of the address. Streams: large lists need no memory. */
export const GET = defineRoute<{ dataset: string }>('statistics.export', async ({ actor, request, params }) => {
  const now = new Date();
  const today = dayOf(now);
  const search = request.nextUrl.searchParams;
  const dataset = datasetOf(params.dataset);
  const asked = Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
  const unfit = unfitDays(asked);
  // A file of other days than those asked for would pass for theirs.
  if (unfit) return refuseDays(unfit.fault);
  const filter = OF_SELECTION.has(dataset) ? parseYieldFilter(asked) : parseStatisticsFilter(asked);
  officesOf(actor, filter);
  const by = dataset === 'breakdown' ? search.get('by') : null;
  const question = parseQuestion(asked);
  const lines = linesOf(actor, { dataset, by, filter, question, today }, await fileWords());
  await noteNarrowQuestion(actor, filter, resolveFilter(filter, today), now);
  await recordExport(actor, dataset, { filter, by, question: dataset === 'pivot' ? question : undefined }, now);
  const { from, to } = resolveFilter(filter, today).period;
  return new Response(streamOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="luxor-${dataset}-${from}-${to}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
});

/** Datasets under the narrower filter of the pages on what selection finds. */
const OF_SELECTION: ReadonlySet<ExportDataset> = new Set(['yields', 'overlaps', 'sample']);

function datasetOf(name: string): ExportDataset {
  const dataset = EXPORT_DATASETS.find((known) => known === name);
  if (!dataset) throw new NotFoundError('dataset');
  return dataset;
}

type Asked = {
  readonly dataset: ExportDataset;
  readonly by: string | null;
  readonly filter: StatisticsFilter;
  readonly question: Question;
  readonly today: string;
};

function linesOf(
  actor: Actor,
  { dataset, by, filter, question, today }: Asked,
  words: FileWords,
): AsyncGenerator<string> {
  switch (dataset) {
    case 'series':
      return exportSeries(actor, filter, today, words);
    case 'effectiveness':
      return exportEffectiveness(actor, filter, today, words);
    case 'items':
      return exportItems(actor, filter, today, words);
    case 'yields':
      return exportYields(actor, filter, today, words);
    case 'overlaps':
      return exportOverlaps(actor, filter, today, words);
    case 'sample':
      return exportSample(actor, filter, today, words);
    case 'pivot':
      return exportPivot(actor, question, today, words);
    case 'breakdown': {
      const dimension = FILTER_NAMES.find((name) => name === by);
      if (!dimension) throw new NotFoundError('dimension');
      return exportBreakdown(actor, filter, today, dimension, words);
    }
  }
}

/** Hands out lines as they are read; a reader who goes away ends the reading. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
