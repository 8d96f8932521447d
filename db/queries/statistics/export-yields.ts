import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { definitionsOf, type FileScope, type FileWords, fileScope } from '@/lib/statistics/export-lines';
import { resolveFilter, type StatisticsFilter } from '@/lib/statistics/filter';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';
import { overlapLines, yieldLines } from '@/lib/statistics/yield-lines';
import type { YieldKey } from '@/lib/statistics/yields';
import { getCurrency } from '../policy/get-currency';
import { getYields, type Yields } from './get-yields';

/** The sources of the page as CSV lines: the same figures, from the same question. */
export async function* exportYields(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const { yields, scope } = await asked(actor, filter, { today, words });
  yield* yieldLines(yields.rows, nameOf(yields), scope);
}

/** The overlapping pairs of the page as CSV lines. */
export async function* exportOverlaps(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const { yields, scope } = await asked(actor, filter, { today, words });
  yield* overlapLines(yields.overlaps, nameOf(yields), scope);
}

async function asked(
  actor: Actor,
  filter: StatisticsFilter,
  { today, words }: { readonly today: string; readonly words: FileWords },
): Promise<{ yields: Yields; scope: FileScope }> {
  const resolved = resolveFilter(filter, today);
  const [yields, currency] = await Promise.all([getYields(actor, filter, resolved), getCurrency()]);
  return {
    yields,
    scope: fileScope(
      resolved.period,
      yieldFilterParams(filter),
      words,
      currency,
      definitionsOf(['consignments', 'extraCharges'], words),
    ),
  };
}

/** Codes stay codes in a file; a profile, known by an id, is given its title. */
const nameOf =
  ({ profiles }: Yields) =>
  ({ key }: YieldKey) =>
    profiles.get(key)?.title ?? key;
