import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { definitionsOf, type FileWords, fileScope } from '@/lib/statistics/export-lines';
import { resolveFilter, type StatisticsFilter } from '@/lib/statistics/filter';
import { sampleLines } from '@/lib/statistics/sample-lines';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';
import { getCurrency } from '../policy/get-currency';
import { getRandomSample } from './get-random-sample';

/** The estimates of the page as CSV lines: the same figures, from the same question. */
export async function* exportSample(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const [sample, currency] = await Promise.all([getRandomSample(actor, filter, resolved), getCurrency()]);
  yield* sampleLines(
    sample,
    fileScope(resolved.period, yieldFilterParams(filter), words, currency, definitionsOf(['consignments'], words)),
  );
}
