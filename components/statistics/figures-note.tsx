import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, formatPercent } from '@/components/ui/format';

type FiguresNoteProps = {
  at: Date;
  /** Records of these days in quarantine; submissions still being read. */
  quarantined: number;
  waiting: number;
  /** Consignments counted, for the share they are of all that came. */
  counted: bigint;
};

/** Until when the figures reach, and what came and is not in them. */
export function FiguresNote({ at, quarantined, waiting, counted }: FiguresNoteProps) {
  const t = useTranslations('explore.note');
  const locale = useLocale();
  const all = Number(counted) + quarantined;
  // What is missing is never rounded away: 99.96 % is no 100 %.
  const share = quarantined === 0 ? 1 : Math.min(0.999, Number(counted) / all);
  return (
    <p className="text-muted text-xs">
      {t('at', { time: formatInstant(locale, at, 'time'), day: formatInstant(locale, at, 'date') })}{' '}
      {t('quarantined', { count: quarantined, share: formatPercent(locale, all === 0 ? 1 : share) })}{' '}
      {t('waiting', { count: waiting })}
    </p>
  );
}
