import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import type { HistoryCount } from '@/db/queries/consignment/consignment-detail';

/** Counts of the last year; red only where an examination found something. */
export function HistoryLine({ history, label }: { history: HistoryCount; label: string }) {
  const t = useTranslations('consignment.party');
  const { consignments, examined, findings, firstSeenOn } = history;
  return (
    <span className="mt-1 block text-muted text-xs">
      {label}: {t('consignments', { count: consignments })}, {t('examined', { count: examined })},{' '}
      <span className={findings > 0 ? 'font-semibold text-danger' : undefined}>
        {t('findings', { count: findings })}
      </span>
      {firstSeenOn ? (
        <>
          {' · '}
          {t('since')} <DateTime at={firstSeenOn} show="date" />
        </>
      ) : null}
    </span>
  );
}
