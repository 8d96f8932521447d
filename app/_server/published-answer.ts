import 'server-only';
import type { z } from 'zod';
import type { PublishedVintage } from '@/db/queries/publication/published';
import {
  type STATISTICS,
  STATISTICS_FORMATS,
  STATISTICS_TYPES,
  type StatisticsFormat,
} from '@/lib/api/statistics-calls';
import { codeOf, type FileCell, publishedCsv, tableRows } from '@/lib/publication/csv-lines';
import { shapeOf, unitOfMeasure } from '@/lib/publication/datasets';
import { publishedParquet } from '@/lib/publication/parquet';
import { eachCell } from '@/lib/publication/published';
import { sdmxCsv } from '@/lib/publication/sdmx';
import { workbook } from '@/lib/publication/xlsx';
import type { PublishedWords } from './published-words';
import { routes } from './routes';

/** The format that is asked for: by name, else the first of the `Accept` header that there is, else JSON. */
export function askedFormat(format: StatisticsFormat | undefined, accept: string | null): StatisticsFormat {
  if (format) return format;
  const accepted = (accept ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  for (const type of accepted) {
    const known = STATISTICS_FORMATS.find((one) => STATISTICS_TYPES[one] === type);
    if (known) return known;
  }
  return 'json';
}

/** The table as JSON, with everything that says what it is. */
export function statisticsJson(vintage: PublishedVintage, words: PublishedWords): z.input<typeof STATISTICS> {
  const { table, month, number, publishedAt, frozenAt, rule, ...told } = vintage;
  const { row, column, measures } = shapeOf(table.dataset);
  const unit = { money: table.currency, count: 'count', mass: 'kg' };
  return {
    ...{ dataset: table.dataset, month, vintage: number, isLatest: told.isLatest },
    ...{ publishedAt: publishedAt.toISOString(), frozenAt: frozenAt.toISOString(), note: told.note },
    ...{ administration: told.administration, definitionsVersion: told.definitionsVersion, ruleVersion: rule.version },
    ...{ citation: words.citation(vintage), href: routes.publishedVintage(table.dataset, month, number) },
    repeatsEarlier: told.repeatsEarlier,
    remark: words.remark(vintage),
    coverage: told.coverage,
    dimensions: [row, column],
    measures: measures.map((measure) => ({ measure, unit: unit[unitOfMeasure(measure)] })),
    observations: [...eachCell(table)].map((cell) => ({
      members: [codeOf(cell.row), codeOf(cell.column)],
      figures: [...table.figuresOf(cell.row, cell.column)],
    })),
  };
}

/** The table as CSV of our columns. */
export const csvOf = (vintage: PublishedVintage, words: PublishedWords): string =>
  [...publishedCsv(vintage.table, words.member, words.remark(vintage))].join('');

/** The table as SDMX-CSV. */
export const sdmxOf = (vintage: PublishedVintage, words: PublishedWords): string =>
  [...sdmxCsv(vintage.table, words.remark(vintage))].join('');

/** The table as a workbook: figures on the first sheet, what they mean on the second. */
export function workbookOf(vintage: PublishedVintage, words: PublishedWords): Uint8Array<ArrayBuffer> {
  const { table } = vintage;
  const bytes = workbook([
    { name: table.dataset, rows: tableRows(table, words.member, words.remark(vintage)) },
    { name: 'about', rows: words.about(vintage) },
  ]);
  return new Uint8Array(bytes);
}

/** The table as Parquet, with what it is in the foot of the file. */
export function parquetOf(vintage: PublishedVintage, words: PublishedWords): Uint8Array<ArrayBuffer> {
  const textOf = (cell: FileCell | undefined) => (typeof cell === 'object' ? cell.figure : (cell ?? ''));
  const about = words.about(vintage).map(([name, value]) => [textOf(name), textOf(value)] as const);
  return new Uint8Array(publishedParquet(vintage.table, words.member, words.remark(vintage), about));
}

/** What a file of a vintage is called. */
export function fileNameOf({ table, month, number }: PublishedVintage, ending: string): string {
  return `luxor-${table.dataset}-${month}-v${number}.${ending}`;
}
