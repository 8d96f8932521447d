import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { findQuarter } from '@/db/queries/publication/find-quarter';
import { datasetOf } from '@/lib/publication/datasets';
import { TotalsRow } from '../../../_components/member-table';
import { NothingPublished } from '../../../_components/nothing-published';
import { QuarterMembers, QuarterMonths } from '../../../_components/quarter-members';

type Props = { params: Promise<{ dataset: string; quarter: string }> };

/** Asked for once a page; null where nothing was published under the address. */
const quarterOfAddress = cache(async (name: string, quarter: string) => {
  const dataset = datasetOf(name);
  return dataset ? findQuarter(dataset, quarter) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dataset, quarter } = await params;
  const [table, words, t] = await Promise.all([
    quarterOfAddress(dataset, quarter),
    publishedWords(),
    getTranslations('publication.site'),
  ]);
  if (!table) return { title: t('notFound') };
  return { title: `${words.title(table.dataset)}, ${words.quarter(quarter)}` };
}

/** One table of a quarter for everybody: the sums of its three months as they are published now. */
export default async function PublishedQuarterPage({ params }: Props) {
  const { dataset, quarter } = await params;
  const [table, words, t] = await Promise.all([
    quarterOfAddress(dataset, quarter),
    publishedWords(),
    getTranslations('publication'),
  ]);
  if (!table) return <NothingPublished />;
  return (
    <>
      <PageHeader
        title={`${words.title(table.dataset)}, ${words.quarter(quarter)}`}
        lead={t(`dataset.${table.dataset}.text`)}
        actions={
          <ButtonLink href={routes.publishedQuarterFile(table.dataset, quarter)} download>
            {t('site.csv')}
          </ButtonLink>
        }
      />
      <Callout tone="info">{t('site.quarterText')}</Callout>
      <TotalsRow table={table} words={words} />
      <QuarterMembers table={table} words={words} />
      <QuarterMonths table={table} words={words} />
    </>
  );
}
