import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import type { DeliveryPage } from '@/db/queries/webhook/list-deliveries';
import { DELIVERY_STATES, type DeliveryState } from '@/lib/webhooks/told-kinds';

type DeliveryLogProps = {
  subscriptionId: string;
  page: DeliveryPage;
  state: DeliveryState | null;
  after: string | null;
  /** Days a settled delivery is kept. */
  days: number;
  /** Something is to be sent within seconds: the log reads itself anew until then. */
  isLive: boolean;
};

/** What was told at one address, by state, a page at a time. */
export function DeliveryLog({ subscriptionId, page, state, after, days, isLive }: DeliveryLogProps) {
  const t = useTranslations('webhooks');
  const hrefOf = (query: { state?: DeliveryState | null; after?: string | null }) =>
    routes.webhook(subscriptionId, query);
  const tabs = [null, ...DELIVERY_STATES].map((one) => ({
    href: hrefOf({ state: one }),
    label: one === null ? t('allStates') : t(`state.${one}`),
    current: one === state,
  }));
  return (
    <Panel title={t('log')} description={t('logLead', { days })} flush id="log">
      {isLive ? <LiveRefresh everyMs={2_000} /> : null}
      <TabLinks label={t('stateTabs')} tabs={tabs} />
      {page.rows.length === 0 ? (
        <State kind={state ? 'none-match' : 'empty'} title={state ? t('logNone') : t('logEmpty')}>
          {state ? t('logNoneText') : t('logEmptyText')}
        </State>
      ) : (
        <DeliveryTable rows={page.rows} hrefOf={(id) => routes.webhookDelivery(subscriptionId, id)} />
      )}
      <Pagination
        summary={page.rows.length > 0 ? t('logSummary', { count: page.rows.length }) : undefined}
        previousHref={after ? hrefOf({ state }) : undefined}
        nextHref={page.next ? hrefOf({ state, after: page.next }) : undefined}
      />
    </Panel>
  );
}
