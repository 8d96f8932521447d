import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, groupDecimals } from '@/components/ui/format';
import type { SchemeCheck } from '@/lib/revenue/scheme-checks';

const MARKS = { passed: '✓', failed: '✗', unknown: '?' } as const;
const TONES = { passed: 'text-muted', failed: 'font-semibold text-warning', unknown: 'text-muted' } as const;

/** What was asked of the scheme number and what came of it, each with the value it looked at. */
export function SchemeChecks({ checks }: { checks: readonly SchemeCheck[] }) {
  const t = useTranslations('revenue.scheme');
  const locale = useLocale();
  const dated = (text: string | number | undefined) =>
    typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatInstant(locale, new Date(text), 'date') : '';
  return (
    <section className="border-line border-b px-4 py-2 text-sm">
      <h3 className="pb-1">{t('title')}</h3>
      <ul className="grid gap-1">
        {checks.map(({ rule, verdict, value, values }) => (
          <li key={rule} className="flex gap-2">
            <span aria-hidden="true" className={TONES[verdict]}>
              {MARKS[verdict]}
            </span>
            <span className={verdict === 'failed' ? TONES.failed : ''}>
              <span className="sr-only">{t(`verdict.${verdict}`)}: </span>
              {t(rule, {
                verdict,
                ...groupDecimals(locale, { value, ...values }),
                day: dated(value),
                edgeDay: dated(values.edge),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
