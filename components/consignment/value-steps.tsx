import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, groupDecimals } from '@/components/ui/format';
import type { ChargeLineDetail } from '@/db/queries/consignment/consignment-detail';
import { besideSteps, roundingSteps, valueSteps } from '@/lib/revenue/value-steps';

/** The way from the declared amounts to the customs value: each rate with the day it is valid from, and its age where it is old. */
export function ValueSteps({ working }: { working: ChargeLineDetail['working'] }) {
  const t = useTranslations('revenue.value');
  const locale = useLocale();
  return valueSteps(working).map(({ key, values, rateFrom, rateAgeDays }) => (
    <p key={key}>
      {t(key, {
        ...groupDecimals(locale, values),
        day: rateFrom ? formatInstant(locale, new Date(rateFrom), 'date') : '',
      })}
      {rateAgeDays === null ? null : (
        <span className="font-semibold text-warning"> {t('old', { days: rateAgeDays })}</span>
      )}
    </p>
  ));
}

/** What else the limits were tested with, and why a scheme number frees nothing; after the sum, what a relief is worth. */
export function BesideSteps({ working, isAfter = false }: { working: ChargeLineDetail['working']; isAfter?: boolean }) {
  const t = useTranslations('revenue.beside');
  const locale = useLocale();
  const steps = besideSteps(working).filter(({ key }) => (key === 'forgone') === isAfter);
  return steps.map(({ key, values, day }) => (
    <p key={key}>
      {t(key, { ...groupDecimals(locale, values), day: day ? formatInstant(locale, new Date(day), 'date') : '' })}
    </p>
  ));
}

/** What was rounded otherwise than half up to the minor unit, and sums that are not collected. */
export function RoundingSteps({ working }: { working: ChargeLineDetail['working'] }) {
  const t = useTranslations('revenue.rounded');
  const locale = useLocale();
  return roundingSteps(working).map(({ key, values }) => <p key={key}>{t(key, groupDecimals(locale, values))}</p>);
}
