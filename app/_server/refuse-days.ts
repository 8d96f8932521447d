import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { UnfitDays } from '@/lib/statistics/filter';
import { PERIOD_YEARS_MAX } from '@/lib/statistics/period';
import { problemResponse } from './problem-response';

/** The answer of an export asked for days that make no period: a file of other days would pass for theirs. */
export async function refuseDays(fault: UnfitDays['fault']): Promise<Response> {
  const t = await getTranslations('forms.days');
  return problemResponse(422, 'invalid_input', {
    detail: t(fault, { years: PERIOD_YEARS_MAX }),
    problems: [{ code: `days_${fault}`, severity: 'error', pointer: 'to' }],
  });
}
