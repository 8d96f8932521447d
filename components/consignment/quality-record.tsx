import { useTranslations } from 'next-intl';
import { useFieldName } from './field-label';
import { QualityScore } from '@/components/quality/quality-score';
import { QUALITY_DIMENSIONS } from '@/lib/consignment/codes';
import { problemMessageValues } from '@/lib/intake/problem-codes';
import type { Problem } from '@/lib/kernel/problem';
import { dimensionOf } from '@/lib/quality/dimensions';
import type { Quality } from '@/lib/quality/score';

/** How good the data of this version are: the score, what each side lost, and every finding in words. */
export function QualityRecord({ quality, problems }: { quality: Quality | null; problems: readonly Problem[] }) {
  const t = useTranslations('quality');
  const sides = QUALITY_DIMENSIONS.map((dimension) => ({
    dimension,
    lost: quality?.lost[dimension] ?? 0,
    problems: problems.filter(({ code }) => dimensionOf(code) === dimension),
  })).filter((side) => side.lost > 0 || side.problems.length > 0);
  return (
    <section aria-labelledby="quality-title" className="mt-3 border-line border-t pt-3 text-sm">
      <h3 id="quality-title" className="flex flex-wrap items-center gap-x-3">
        {t('record.title')}
        {quality ? <QualityScore score={quality.score} /> : null}
      </h3>
      {quality ? null : <p className="mt-1 text-muted">{t('record.old')}</p>}
      {sides.length === 0 && quality ? <p className="mt-1 text-muted">{t('record.none')}</p> : null}
      <dl className="mt-1 flex flex-col gap-2">
        {sides.map((side) => (
          <div key={side.dimension} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt>
              {t(`dimension.${side.dimension}`)}
              {side.lost > 0 ? (
                <span className="block text-muted text-xs">{t('record.lostPoints', { points: side.lost })}</span>
              ) : null}
            </dt>
            <dd>
              <ul className="flex flex-col gap-1">
                {side.problems.map((problem) => (
                  <ProblemLine key={`${problem.pointer} ${problem.code}`} problem={problem} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The sentence of a finding with fields called as on this page. */
function ProblemLine({ problem }: { problem: Problem }) {
  const t = useTranslations('intake.problem');
  const tPolicy = useTranslations('policy.regime');
  const nameOf = useFieldName();
  const values = problemMessageValues(problem);
  const named = (key: 'others' | 'by') =>
    String(values[key] ?? '')
      .split(', ')
      .map(nameOf)
      .join(', ');
  const { regime } = values;
  return (
    <li className="break-words">
      {t(problem.code, {
        ...values,
        field: nameOf(problem.pointer),
        others: named('others'),
        by: named('by'),
        ...(typeof regime === 'string' && tPolicy.has(regime) ? { regime: tPolicy(regime) } : {}),
      })}
    </li>
  );
}
