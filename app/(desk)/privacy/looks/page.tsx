import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listLooks } from '@/db/queries/privacy/list-looks';
import { parseCursor } from '@/lib/audit/filter';
import { parseLookFilter } from '@/lib/privacy/look-filter';
import { PrivacyPlaces } from '../_components/privacy-places';
import { LookFilterForm } from './_components/look-filter-form';
import { LookTable } from './_components/look-table';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy.looks'))('title') };
}

/** Who looked at whose personal data, when and why. */
export default async function LooksPage({ searchParams }: Props) {
  const actor = await requireActor('privacy.read');
  const given = await searchParams;
  const filter = parseLookFilter(given);
  const before = parseCursor(given.before);
  const [t, { rows, next }] = await Promise.all([getTranslations('privacy.looks'), listLooks(actor, filter, before)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="looks" actor={actor} />
      <Panel>
        <LookFilterForm filter={filter} />
      </Panel>
      {rows.length === 0 ? (
        <State
          kind="none-match"
          title={t('none')}
          action={<ButtonLink href={routes.personalLooks()}>{t('clear')}</ButtonLink>}
        >
          {t('noneText')}
        </State>
      ) : (
        <Panel flush>
          <LookTable rows={rows} />
        </Panel>
      )}
      <Pagination
        previousHref={before ? routes.personalLooks(filter) : undefined}
        nextHref={next ? routes.personalLooks({ ...filter, before: next }) : undefined}
      />
    </>
  );
}
