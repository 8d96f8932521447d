import { useLocale, useTranslations } from 'next-intl';
import { formatDays, formatInstant, formatPercent } from '@/components/ui/format';
import type { DayChecks } from '@/lib/statistics/day-checks';

type FiguresNoteProps = {
  at: Date;
  /** Records of these days in quarantine; submissions still being read. */
  quarantined: number;
  waiting: number;
  /** Consignments counted, for the share they are of all that came. */
  counted: bigint;
  /** What came out when the days were computed anew from the ledger. */
  checks: DayChecks;
};

/** Until when the figures reach, what came and is not in them, and whether they were found to equal the ledger. */
export function FiguresNote({ at, quarantined, waiting, counted, checks }: FiguresNoteProps) {
  const t = useTranslations('explore.note');
  const locale = useLocale();
  const all = Number(counted) + quarantined;
  // What is missing is never rounded away: 99.96 % is no 100 %.
  const share = quarantined === 0 ? 1 : Math.min(0.999, Number(counted) / all);
  const { checked, oldestAt, differing, uncounted } = checks;
  return (
    <div className="flex flex-col gap-1 text-muted text-xs">
      <p>
        {t('at', { time: formatInstant(locale, at, 'time'), day: formatInstant(locale, at, 'date') })}{' '}
        {t('quarantined', { count: quarantined, share: formatPercent(locale, all === 0 ? 1 : share) })}{' '}
        {t('waiting', { count: waiting })}
      </p>
      <p>
        {oldestAt
          ? t('checked', {
              count: checked,
              at: formatInstant(locale, oldestAt, 'datetime'),
              differing: differing.length,
            })
          : t('unchecked')}
      </p>
      {differing.length > 0 ? (
        <p className="font-medium text-danger">
          {t('differing', { count: differing.length, days: formatDays(locale, differing) })}
        </p>
      ) : null}
      {uncounted.length > 0 ? (
        <p className="font-medium text-warning">
          {t('uncounted', { count: uncounted.length, days: formatDays(locale, uncounted) })}
        </p>
      ) : null}
    </div>
  );
}
