import { useTranslations } from 'next-intl';
import { useRateText } from '@/components/statistics/use-rate-text';
import type { Rate } from '@/lib/kernel/wilson';

/** A rate of a trainee with its counts and interval; a dash while there is nothing to count. */
export function RateMark({ rate }: { rate: Rate | null }) {
  const t = useTranslations('learning');
  const rateText = useRateText();
  return <>{rate ? rateText(rate) : t('noMark')}</>;
}

/** Seconds as they are read; a dash before the first answer. */
export function TimeMark({ seconds }: { seconds: number | null }) {
  const t = useTranslations('learning');
  return <>{seconds === null ? t('noMark') : t('seconds', { seconds })}</>;
}
