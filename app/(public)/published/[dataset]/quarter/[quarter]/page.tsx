import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { findQuarter } from '@/db/queries/publication/find-quarter';
import { datasetOf } from '@/lib/publication/datasets';
import { QuarterMonths, QuarterMembers } from '../../../_components/quarter-members';
import { TotalsRow } from '../../../_components/member-table';

type Props = { params: Promise<{ dataset: string; quarter: string }> };

/** Asked for once a page. @throws the not-found of Next */
const quarterOfAddress = cache(async (name: string, quarter: string) => {
  const dataset = datasetOf(name);
  return (dataset && (await findQuarter(dataset, quarter))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dataset, quarter } = await params;
  const [table, words] = await Promise.all([quarterOfAddress(dataset, quarter), publishedWords()]);
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
