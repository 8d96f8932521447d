import { getTranslations } from 'next-intl/server';
import { parameterName } from '@/components/policy/parameter-name';
import type { MarkedDay } from '@/components/statistics/drawn-body';
import { listLawChanges } from '@/db/queries/statistics/list-law-changes';
import { listRemarks } from '@/db/queries/statistics/list-remarks';
import type { Actor } from '@/lib/identity/actor';
import type { Resolved } from '@/lib/statistics/filter';
import type { Question } from '@/lib/statistics/question';

export type Marked = {
  readonly marks: readonly MarkedDay[];
  /** Older remarks on these days that are not told. */
  readonly moreRemarks: number;
};

/**
 * What a drawing over time marks, one entry a day: the law that begins, and what people wrote down. `isShared`: nothing that its writer
 * shows to nobody, as in a report, which others read.
 */
export async function markedDays(
  actor: Actor,
  { rows, drawing }: Question,
  { period }: Resolved,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<Marked> {
  if (rows !== 'time' || drawing === 'none') return { marks: [], moreRemarks: 0 };
  const [tPolicy, changes, { remarks, more }] = await Promise.all([
    getTranslations('policy'),
    listLawChanges(actor, period),
    listRemarks(actor, period, { isShared }),
  ]);
  const days = new Map<string, MarkedDay>();
  const at = (day: string) => days.get(day) ?? { day, laws: [], remarks: [] };
  for (const { day, kind, key, source } of changes) {
    const law = `${tPolicy(`kind.${kind}`)}, ${parameterName(tPolicy, kind, key)} (${source})`;
    days.set(day, { ...at(day), laws: [...at(day).laws, law] });
  }
  for (const remark of remarks)
    days.set(remark.day, { ...at(remark.day), remarks: [...at(remark.day).remarks, remark] });
  return { marks: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)), moreRemarks: more };
}
