import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listVintages } from '@/db/queries/publication/list-vintages';
import { FREEZE_DAY } from '@/lib/publication/calendar';
import { VintageTable } from './_components/vintage-table';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication'))('title') };
}

/** Every vintage with how much of it is told and where its release stands, the latest month first. */
export default async function PublicationsPage({ searchParams }: Props) {
  const actor = await requireActor('publication.read');
  const { after } = await searchParams;
  const [t, words, { rows, next }] = await Promise.all([
    getTranslations('publication'),
    publishedWords(),
    listVintages(actor, typeof after === 'string' ? after : null),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href={routes.published()}>{t('public')}</ButtonLink>}
      />
      <Panel flush>
        {rows.length === 0 ? (
          <State kind="empty" title={t('none')}>
            {t('noneText', { day: FREEZE_DAY })}
          </State>
        ) : (
          <VintageTable rows={rows} monthOf={words.month} />
        )}
        <Pagination
          previousHref={after ? routes.publications() : undefined}
          nextHref={next ? routes.publications({ after: next }) : undefined}
        />
      </Panel>
    </>
  );
}
