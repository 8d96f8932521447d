import { useTranslations } from 'next-intl';

/** Seconds as text in the two largest units, without a second unit of zero: `6 h`, `2 h 5 min`. */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations('ui.duration');
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    const days = Math.floor(whole / 86_400);
    const hours = Math.floor((whole % 86_400) / 3_600);
    const minutes = Math.floor((whole % 3_600) / 60);
    if (days > 0) return t('days', { days, hours });
    if (hours > 0) return t('hours', { hours, minutes });
    return minutes > 0 ? t('minutes', { minutes }) : t('seconds', { seconds: whole });
  };
}
