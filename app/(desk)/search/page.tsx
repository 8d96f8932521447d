import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { FindForm } from '@/components/consignment/find-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import { FoundTable } from './_components/found-table';

type Props = { searchParams: Promise<{ find?: string | string[]; list?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** Finds a consignment by its reference, S10 identifier or house reference; a single one opens at once, unless its page led back here. */
export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor('consignment.read');
  const { find: given, list } = await searchParams;
  const find = (Array.isArray(given) ? given[0] : given)?.trim() ?? '';
  const [t, rows] = await Promise.all([getTranslations('search'), findConsignments(actor, find)]);
  const [only] = rows;
  const from = routes.search({ find, list: 1 });
  if (only && rows.length === 1 && !list) redirect(routes.consignment(only.consignmentId, { from }));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel>
        <FindForm
          key={find}
          action={routes.search()}
          find={find}
          texts={{ form: t('form'), label: t('label'), hint: t('hint'), submit: t('submit') }}
        />
      </Panel>
      {rows.length > 0 ? (
        <FoundTable rows={rows} from={from} />
      ) : (
        <Panel>
          {find === '' ? (
            <State kind="empty" title={t('start')}>
              {t('startText')}
            </State>
          ) : (
            <State kind="none-match" title={t('none')}>
              {t('noneText')}
            </State>
          )}
        </Panel>
      )}
    </>
  );
}
