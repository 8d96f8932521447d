import 'server-only';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type StatisticsFilter, statisticsFilterParams } from '@/lib/statistics/filter';
import type { PivotFormat } from '@/lib/statistics/pivot-formats';
import { type Question, questionParams } from '@/lib/statistics/question';

export const EXPORT_DATASETS = [
  'series',
  'breakdown',
  'effectiveness',
  'items',
  'yields',
  'overlaps',
  'sample',
  'pivot',
] as const;
export type ExportDataset = (typeof EXPORT_DATASETS)[number];

type RecordedScope = {
  readonly filter: StatisticsFilter;
  readonly by: string | null;
  /** What a table of the explorer was asked for. */
  readonly question?: Question;
  /** Of a table of the explorer; all else is CSV. */
  readonly format?: PivotFormat;
};

/** Notes that figures leave the house: who took which dataset under which filter, and by what it is broken down. Written before the first byte goes out. */
export async function recordExport(
  actor: Actor,
  dataset: ExportDataset,
  { filter, by, question, format = 'csv' }: RecordedScope,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'statistics.export');
  const entry = {
    action: 'statistics.export',
    subjectType: 'statistics',
    subjectId: dataset,
    details: {
      ...(question ? questionParams(question) : statisticsFilterParams(filter)),
      ...(by ? { by } : {}),
      ...(format === 'csv' ? {} : { format }),
    },
  } as const;
  await inTransaction((tx) => writeAudit(tx, actor, entry, at));
}
