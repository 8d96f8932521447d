import { useTranslations } from 'next-intl';
import type { Ladder } from '@/db/queries/model/get-ladder';
import { RESULTS_MIN, resultsWanting, stageOf } from '@/lib/risk/model/ladder';

/** On which rung the model stands, in a sentence with what is wanting for the next. */
export function useRungText(): (ladder: Ladder) => string {
  const t = useTranslations('model.ladder');
  return ({ counts, active, shadow }) => {
    const results = counts.findings + counts.conform;
    const known = { results, findings: counts.findings };
    if (active !== null) return t('active', { ...known, version: active });
    if (shadow !== null) return t('shadow', { ...known, version: shadow });
    if (stageOf(counts, false) !== 'collecting') return t('ready', known);
    const wanting = resultsWanting(counts);
    return t('collecting', {
      results,
      least: RESULTS_MIN,
      findings: wanting.findings,
      conform: wanting.conform,
      wanting: wanting.results,
    });
  };
}
