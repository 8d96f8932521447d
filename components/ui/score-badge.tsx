import clsx from 'clsx';
import { useTranslations } from 'next-intl';

const bands = ['low', 'medium', 'high'] as const;
type ScoreBand = (typeof bands)[number];

/** Words for a score of 0 to 100 on screen: low below 30, medium below 60, high above. Lanes are decided by policy, not here. */
export function scoreBand(score: number): ScoreBand {
  if (score < 30) return 'low';
  return score < 60 ? 'medium' : 'high';
}

type ScoreBadgeProps = {
  score: number;
  /** Where a table is narrow the mark may stand for the word, which then is only read out. */
  wordClass?: string;
};

/** A risk score as number, word and a three-step mark. */
export function ScoreBadge({ score, wordClass }: ScoreBadgeProps) {
  const t = useTranslations('ui.score');
  const band = scoreBand(score);
  const steps = bands.indexOf(band) + 1;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm">
      <span className="w-7 text-right font-semibold" translate="no">
        {score}
      </span>
      <svg
        viewBox="0 0 14 12"
        aria-hidden="true"
        className={clsx('h-3 w-3.5', {
          'text-muted': steps === 1,
          'text-warning': steps === 2,
          'text-danger': steps === 3,
        })}
      >
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={step * 5 + 0.5}
            y={8 - step * 3.5}
            width="3"
            height={3.5 + step * 3.5}
            fill={step < steps ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      <span className={clsx('text-muted text-xs', wordClass)}>{t(band)}</span>
    </span>
  );
}
