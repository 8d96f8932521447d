import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import { findPublished, listPublished, monthlyTotals } from '@/db/queries/publication/published';
import { datasetOf } from '@/lib/publication/datasets';
import { AboutPanel } from '../../../_components/about-panel';
import { ChooseVintage } from '../../../_components/choose-vintage';
import { MemberTable, TotalsRow } from '../../../_components/member-table';
import { NothingPublished } from '../../../_components/nothing-published';
import { MonthChart, SizeChart } from '../../../_components/published-charts';

type Props = {
  params: Promise<{ dataset: string; month: string; vintage: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Asked for once a page; null where nothing was published under the address. */
const vintageOf = cache(async (name: string, month: string, text: string) => {
  const dataset = datasetOf(name);
  const number = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
  return dataset && number ? await findPublished(dataset, { month, number }) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dataset, month, vintage: number } = await params;
  const [vintage, words, t] = await Promise.all([
    vintageOf(dataset, month, number),
    publishedWords(),
    getTranslations('publication'),
  ]);
  if (!vintage) return { title: t('site.notFound') };
  const { table } = vintage;
  return {
    title: `${words.title(table.dataset)}, ${words.month(month)}, ${t('vintage', { vintage: vintage.number })}`,
    description: t(`dataset.${table.dataset}.text`),
  };
}

/** One table of one vintage for everybody: its totals, its members drawn and told, its files, and what it is. */
export default async function PublishedVintagePage({ params, searchParams }: Props) {
  const { dataset: name, month, vintage: number } = await params;
  const [vintage, t, words, published, { of }] = await Promise.all([
    vintageOf(name, month, number),
    getTranslations('publication'),
    publishedWords(),
    listPublished(),
    searchParams,
  ]);
  if (!vintage) return <NothingPublished />;
  const { table, publishedAt, isLatest, note } = vintage;
  const { dataset } = table;
  const member = typeof of === 'string' && table.rows.includes(of) ? of : null;
  const fileOf = (format: string) => routes.publishedApi(dataset, { month, vintage: vintage.number, format });
  return (
    <>
      <PageHeader
        title={`${words.title(dataset)}, ${words.month(month)}`}
        lead={t(`dataset.${dataset}.text`)}
        meta={
          <span className="text-muted text-sm">
            {t('vintage', { vintage: vintage.number })} · <DateTime at={publishedAt} />
          </span>
        }
        actions={
          <>
            <ButtonLink href={fileOf('csv')} download>
              {t('site.csv')}
            </ButtonLink>
            <ButtonLink href={fileOf('xlsx')} download>
              {t('site.xlsx')}
            </ButtonLink>
            <ButtonLink href={fileOf('sdmx')} download>
              {t('site.sdmx')}
            </ButtonLink>
            <ButtonLink href={fileOf('parquet')} download>
              {t('site.parquet')}
            </ButtonLink>
          </>
        }
      />
      {isLatest ? null : (
        <Callout
          tone="warning"
          actions={<TextLink href={routes.publishedDataset(dataset, { month })}>{t('site.olderLink')}</TextLink>}
        >
          {t('site.older')}
        </Callout>
      )}
      {note ? (
        <Callout tone="info">
          <bdi translate="no">{note}</bdi>
        </Callout>
      ) : null}
      {words.remark(vintage) ? <Callout tone="info">{words.remark(vintage)}</Callout> : null}
      <TotalsRow table={table} words={words} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SizeChart table={table} words={words} />
        <div className="flex min-w-0 flex-col gap-4">
          <MonthChart dataset={dataset} currency={table.currency} months={await monthlyTotals(dataset)} />
          <ChooseVintage dataset={dataset} months={[...new Set(published.map((one) => one.month))]} words={words} />
        </div>
      </div>
      <MemberTable table={table} words={words} member={member} vintage={vintage.number} />
      <AboutPanel vintage={vintage} words={words} />
    </>
  );
}
