import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { IDLE } from '@/components/forms/action-state';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { EMPTY_QUEUE_FILTER, type QueueFilter, queueFilterParams } from '@/lib/clearance/queue-filter';
import { switchOfficeAction } from '../../actions';
import { type OfficeWithWork, OtherOffices } from './other-offices';

type QueueEmptyProps = {
  filter: QueueFilter;
  officeName: string;
  elsewhere: readonly OfficeWithWork[];
  /** Other views of the queue in which the same filter finds something. */
  otherTabs: readonly { readonly href: string; readonly label: string; readonly count: number }[];
};

/** Says why the view is empty and what to do: take a filter away, or work for another of the person's offices. */
export function QueueEmpty({ filter, officeName: office, elsewhere, otherTabs }: QueueEmptyProps) {
  const t = useTranslations('queue.empty');
  const tTab = useTranslations('clearance.tab');
  const cleared = queueFilterParams({ ...EMPTY_QUEUE_FILTER, tab: filter.tab, officeId: filter.officeId });
  const isFiltered = Object.keys(queueFilterParams(filter)).length > Object.keys(cleared).length;
  if (isFiltered) {
    return (
      <State
        kind="none-match"
        title={t('noMatch', { office })}
        action={<ButtonLink href={routes.queue(cleared)}>{t('clear')}</ButtonLink>}
      >
        {otherTabs.length > 0 ? (
          <>
            <p>{t('otherTabs')}</p>
            <ul className="mt-1 flex flex-wrap justify-center gap-x-4">
              {otherTabs.map(({ href, label, count }) => (
                <li key={href}>
                  <TextLink href={href}>{t('inTab', { tab: label, count })}</TextLink>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('noMatchText')}</p>
        )}
        {filter.text ? (
          <p className="mt-2">
            <TextLink href={routes.search({ find: filter.text })} prefetch={false}>
              {t('searchAll')}
            </TextLink>
          </p>
        ) : null}
      </State>
    );
  }
  return filter.tab === 'new' ? (
    <State
      kind="empty"
      title={t('new', { office })}
      action={
        elsewhere.length > 0 ? (
          <OtherOffices offices={elsewhere} action={switchOfficeAction.bind(null, IDLE)} />
        ) : undefined
      }
    >
      <p>{t('newText', { office })}</p>
      {elsewhere.length > 0 ? <p className="mt-2">{t('elsewhere')}</p> : null}
    </State>
  ) : (
    <State kind="empty" title={t('other', { tab: tTab(filter.tab), office })}>
      {t(`otherText.${filter.tab}`)}
    </State>
  );
}
