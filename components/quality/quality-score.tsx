import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { QUALITY_BANDS, qualityBand } from '@/lib/quality/bands';

/** A score of data quality as number, word and a four-step mark: the more of it is full, the better the data. */
export function QualityScore({ score, digits = 0 }: { score: number; digits?: 0 | 1 }) {
  const t = useTranslations('quality');
  const locale = useLocale();
  // A mean of 89.96 must not read 90 and be called fair.
  const shown = Math.floor(score * 10 ** digits) / 10 ** digits;
  const band = qualityBand(shown);
  const steps = QUALITY_BANDS.findIndex((one) => one.band === band) + 1;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span className="font-semibold" translate="no">
        {formatDecimal(locale, shown, digits)}
      </span>
      <svg
        viewBox="0 0 19 12"
        aria-hidden="true"
        className={clsx('h-3 w-[1.1875rem]', {
          'text-danger': steps === 1,
          'text-warning': steps === 2,
          'text-muted': steps === 3,
          'text-success': steps === 4,
        })}
      >
        {[0, 1, 2, 3].map((step) => (
          <rect
            key={step}
            x={step * 5 + 0.5}
            y="2.5"
            width="3"
            height="7"
            fill={step < steps ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      <span className="font-normal text-muted text-xs">{t(`band.${band}`)}</span>
    </span>
  );
}
