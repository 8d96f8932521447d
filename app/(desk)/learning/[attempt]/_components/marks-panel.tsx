import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Stat, StatRow } from '@/components/ui/stat';
import type { Progress } from '@/db/queries/learning/load-progress';
import type { Rate } from '@/lib/kernel/wilson';
import { ExerciseMarks } from './exercise-marks';

/** How the course was done: faults found and false alarms with what so few cases can say, and the time. */
export function MarksPanel({ progress: { marks, profile } }: { progress: Progress }) {
  const t = useTranslations('learning.marks');
  const tLearning = useTranslations('learning');
  const locale = useLocale();
  if (profile) return <ExerciseMarks marks={profile} />;
  const share = (rate: Rate | null) => (rate ? formatPercent(locale, rate.rate) : tLearning('noMark'));
  const interval = (rate: Rate | null, none: 'noFault' | 'noTrue') =>
    rate
      ? t('interval', {
          hits: rate.hits,
          of: rate.of,
          low: formatPercent(locale, rate.low),
          high: formatPercent(locale, rate.high),
        })
      : t(none);
  return (
    <section aria-labelledby="marks-title" className="flex flex-col gap-2">
      <h2 id="marks-title" className="font-semibold text-base">
        {t('title')}
      </h2>
      <StatRow>
        <Stat label={t('hits')} value={share(marks.hits)} hint={interval(marks.hits, 'noFault')} />
        <Stat label={t('falseAlarms')} value={share(marks.falseAlarms)} hint={interval(marks.falseAlarms, 'noTrue')} />
        <Stat label={t('wrong')} value={formatDecimal(locale, marks.counts.wrong_control)} />
        <Stat
          label={t('time')}
          value={
            marks.medianSeconds === null ? tLearning('noMark') : tLearning('seconds', { seconds: marks.medianSeconds })
          }
        />
      </StatRow>
    </section>
  );
}
