import { begun } from '@/app/_server/answer-begun';
import { defineRoute } from '@/app/_server/define-route';
import { fileWords } from '@/app/_server/file-words';
import { pivotBody } from '@/app/_server/pivot-answer';
import { refuseDays } from '@/app/_server/refuse-days';
import { noteNarrowQuestion } from '@/db/commands/statistics/note-narrow-question';
import { EXPORT_DATASETS, type ExportDataset, recordExport } from '@/db/commands/statistics/record-export';
import { officesOf } from '@/db/queries/statistics/cell-source';
import { exportBreakdown, exportEffectiveness, exportItems, exportSeries } from '@/db/queries/statistics/export-lines';
import { type PivotFile, pivotFile } from '@/db/queries/statistics/export-pivot';
import { exportSample } from '@/db/queries/statistics/export-sample';
import { exportOverlaps, exportYields } from '@/db/queries/statistics/export-yields';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import type { FileWords } from '@/lib/statistics/export-lines';
import {
  FILTER_NAMES,
  parseStatisticsFilter,
  type Resolved,
  resolveFilter,
  type StatisticsFilter,
  unfitDays,
} from '@/lib/statistics/filter';
import { countedIn } from '@/lib/statistics/pivot';
import { PIVOT_TYPES, type PivotFormat, pivotFormatOf } from '@/lib/statistics/pivot-formats';
import { parseQuestion, type Question } from '@/lib/statistics/question';
import { totalOf } from '@/lib/statistics/series';
import { parseYieldFilter } from '@/lib/statistics/yield-filter';

/**
 * A dataset of the statistics as a file, under the filter of the address. CSV, streamed as it is read: large lists need no memory. All but
 * a table of the explorer, which is put together as a whole, and comes in any of its formats (`format`).
 */
export const GET = defineRoute<{ dataset: string }>('statistics.export', async ({ actor, request, params }) => {
  const now = new Date();
  const today = dayOf(now);
  const search = request.nextUrl.searchParams;
  const dataset = datasetOf(params.dataset);
  const asked = Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
  const unfit = unfitDays(asked);
  // A file of other days than those asked for would pass for theirs.
  if (unfit) return refuseDays(unfit.fault);
  const format = dataset === 'pivot' ? pivotFormatOf(search.get('format')) : 'csv';
  if (!format) throw new NotFoundError('format');
  const filter = OF_SELECTION.has(dataset) ? parseYieldFilter(asked) : parseStatisticsFilter(asked);
  officesOf(actor, filter);
  const by = dataset === 'breakdown' ? search.get('by') : null;
  const question = parseQuestion(asked);
  const words = await fileWords();
  const resolved = resolveFilter(filter, today);
  const { counted, body } = answerOf(actor, { dataset, by, filter, question, today, format, resolved }, words);
  await noteNarrowQuestion(actor, filter, resolved, now, counted);
  await recordExport(actor, dataset, { filter, by, question: dataset === 'pivot' ? question : undefined, format }, now);
  const { from, to } = resolved.period;
  return new Response(await body(), {
    headers: {
      'content-type': PIVOT_TYPES[format],
      'content-disposition': `attachment; filename="luxor-${dataset}-${from}-${to}.${format}"`,
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
  readonly format: PivotFormat;
  readonly resolved: Resolved;
};

/** A file, and the consignments behind it where it counts them itself: they are not added up a second time beside it. */
type Answer = {
  readonly counted?: () => Promise<bigint>;
  readonly body: () => Promise<BodyInit>;
};

function answerOf(actor: Actor, asked: Asked, words: FileWords): Answer {
  const { dataset, filter, question, today, format, resolved } = asked;
  if (dataset === 'pivot') {
    const answer: Promise<PivotFile> = begun(pivotFile(actor, question, today, words));
    return {
      counted: async () => countedIn((await answer).pivot),
      body: async () => pivotBody(await answer, { question, words, format }),
    };
  }
  if (dataset === 'series') {
    const figures = begun(getDailyFigures(actor, filter, resolved));
    return {
      counted: async () => totalOf((await figures).current).consignments,
      body: async () => streamOf(exportSeries(actor, filter, today, words, figures)),
    };
  }
  return { body: async () => streamOf(linesOf(actor, { ...asked, dataset }, words)) };
}

function linesOf(
  actor: Actor,
  { dataset, by, filter, today }: Asked & { readonly dataset: Exclude<ExportDataset, 'pivot' | 'series'> },
  words: FileWords,
): AsyncGenerator<string> {
  switch (dataset) {
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
