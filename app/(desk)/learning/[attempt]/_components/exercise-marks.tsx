import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Stat, StatRow } from '@/components/ui/stat';
import type { Rate } from '@/lib/kernel/wilson';
import type { ProfileMarks } from '@/lib/learning/profile-exercise';
import { PlantedTable } from './planted-table';

/** What a profile found of the fraud that was to come, what it selected for nothing, and what it missed and why. */
export function ExerciseMarks({ marks }: { marks: ProfileMarks }) {
  const t = useTranslations('learning.exercise');
  const tLearning = useTranslations('learning');
  const locale = useLocale();
  const share = (rate: Rate | null) => (rate ? formatPercent(locale, rate.rate) : tLearning('noMark'));
  const hint = (rate: Rate | null) =>
    rate
      ? tLearning('marks.interval', {
          hits: rate.hits,
          of: rate.of,
          low: formatPercent(locale, rate.low),
          high: formatPercent(locale, rate.high),
        })
      : undefined;
  return (
    <>
      <StatRow>
        <Stat label={t('found')} value={share(marks.found)} hint={hint(marks.found)} />
        <Stat label={t('falseAlarms')} value={share(marks.falseAlarms)} hint={hint(marks.falseAlarms)} />
        <Stat
          label={t('selected')}
          value={formatDecimal(locale, marks.selected)}
          unit={t('selectedOf', { slots: marks.slots })}
          hint={t('beyond', { count: marks.beyond })}
        />
      </StatRow>
      <Panel title={t('missed')} flush={marks.missed.length > 0}>
        {marks.missed.length === 0 ? (
          <p className="text-sm">{t('missedNone')}</p>
        ) : (
          <PlantedTable
            caption={t('missed')}
            rows={marks.missed}
            last={{ header: t('why'), cell: ({ why }) => t(`whyNot.${why}`) }}
          />
        )}
      </Panel>
    </>
  );
}
