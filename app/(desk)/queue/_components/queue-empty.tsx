import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { EMPTY_QUEUE_FILTER, type QueueFilter, queueFilterParams } from '@/lib/clearance/queue-filter';

/** Says why the view is empty and what to do. */
export function QueueEmpty({ filter }: { filter: QueueFilter }) {
  const t = useTranslations('queue.empty');
  const cleared = queueFilterParams({ ...EMPTY_QUEUE_FILTER, tab: filter.tab, officeId: filter.officeId });
  const isFiltered = Object.keys(queueFilterParams(filter)).length > Object.keys(cleared).length;
  if (isFiltered) {
    return (
      <State
        kind="none-match"
        title={t('noMatch')}
        action={<ButtonLink href={routes.queue(cleared)}>{t('clear')}</ButtonLink>}
      >
        {t('noMatchText')}
      </State>
    );
  }
  return filter.tab === 'new' ? (
    <State kind="empty" title={t('new')}>
      {t('newText')}
    </State>
  ) : (
    <State kind="empty" title={t('other')}>
      {t('otherText')}
    </State>
  );
}
