import { getTranslations } from 'next-intl/server';
import { parameterName } from '@/components/policy/parameter-name';
import type { LawDay } from '@/components/statistics/drawn-body';
import { listLawChanges } from '@/db/queries/statistics/list-law-changes';
import type { Actor } from '@/lib/identity/actor';
import type { Resolved } from '@/lib/statistics/filter';
import type { Question } from '@/lib/statistics/question';

/** The law that begins in the days of a drawing over time, one entry a day. */
export async function lawDays(actor: Actor, { rows, drawing }: Question, { period }: Resolved): Promise<LawDay[]> {
  if (rows !== 'time' || drawing === 'none') return [];
  const [tPolicy, changes] = await Promise.all([getTranslations('policy'), listLawChanges(actor, period)]);
  const days = new Map<string, string[]>();
  for (const { day, kind, key, source } of changes) {
    const text = `${tPolicy(`kind.${kind}`)}, ${parameterName(tPolicy, kind, key)} (${source})`;
    days.set(day, [...(days.get(day) ?? []), text]);
  }
  return [...days].map(([day, texts]) => ({ day, texts }));
}
