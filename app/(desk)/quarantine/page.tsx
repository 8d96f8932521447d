import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { countQuarantineByRule, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { RefusedTable } from './_components/refused-table';
import { ReplayWaiting } from './_components/replay-waiting';
import { RuleCounts } from './_components/rule-counts';

type Props = { searchParams: Promise<{ after?: string; rule?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quarantine'))('title') };
}

/** Everything that was refused and waits to be mended. */
export default async function QuarantinePage({ searchParams }: Props) {
  const actor = await requireActor('intake.mend');
  const { after, rule } = await searchParams;
  const filter = { code: typeof rule === 'string' ? rule : null, after: typeof after === 'string' ? after : null };
  const [t, page, rules] = await Promise.all([
    getTranslations('quarantine'),
    listQuarantine(actor, filter),
    countQuarantineByRule(actor),
  ]);
  const showAll = <ButtonLink href={routes.quarantine()}>{t('showAll')}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(actor.officeIds.length > 0 ? 'leadOffices' : 'lead')}
        actions={<ReplayWaiting key={filter.code} rule={filter.code} isEmpty={page.rows.length === 0} />}
      />
      {page.rows.length === 0 ? (
        <Panel>
          <State
            kind={filter.code ? 'none-match' : 'empty'}
            title={t(filter.code ? 'noneMatch' : 'empty')}
            action={filter.code || filter.after ? showAll : undefined}
          >
            {filter.code ? null : t('emptyText')}
          </State>
        </Panel>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="order-2 min-w-0 xl:order-1">
            <RefusedTable rows={page.rows} rule={filter.code} isPartner={actor.role === 'partner'} />
            <Pagination
              summary={t('summary', { count: page.rows.length })}
              previousHref={filter.after ? routes.quarantine({ rule: filter.code }) : undefined}
              nextHref={page.next ? routes.quarantine({ rule: filter.code, after: page.next }) : undefined}
            />
          </div>
          <Panel title={t('rules')} description={t('rulesText')} className="order-1 xl:order-2">
            <RuleCounts
              rules={rules.map((entry) => ({ ...entry, href: routes.quarantine({ rule: entry.code }) }))}
              chosen={filter.code}
              allHref={routes.quarantine()}
            />
          </Panel>
        </div>
      )}
    </>
  );
}
