import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import { findSpan } from '@/db/queries/publication/find-span';
import { endOfDay, parseDay } from '@/lib/kernel/dates';
import { datasetOf } from '@/lib/publication/datasets';
import { type SpanKind, spanKindOf } from '@/lib/publication/span';
import { TotalsRow } from './member-table';
import { NothingPublished } from './nothing-published';
import { PublishedDay } from './published-day';
import { SpanMembers, SpanMonths } from './span-members';

export type SpanAsked = {
  readonly dataset: string;
  readonly span: string;
  readonly kind: SpanKind;
  /** The day as of whose end it is asked for; undefined where it is asked for as it stands. */
  readonly on?: string | string[] | undefined;
};

/** Asked for once a page; null where nothing was published under the address, or by that day. */
const spanAt = cache(async (name: string, kind: SpanKind, span: string, on: string) => {
  const dataset = datasetOf(name);
  const day = on === '' ? null : parseDay(on);
  if (!dataset || spanKindOf(span) !== kind || (on !== '' && !day)) return null;
  return findSpan(dataset, span, day ? endOfDay(day) : undefined);
});
const tableOf = ({ dataset, kind, span, on }: SpanAsked) =>
  spanAt(dataset, kind, span, typeof on === 'string' ? on : '');

/** The head of the page of a quarter or a year. */
export async function spanMetadata(asked: SpanAsked): Promise<Metadata> {
  const [table, words, t] = await Promise.all([tableOf(asked), publishedWords(), getTranslations('publication.site')]);
  if (!table) return { title: t('notFound') };
  return { title: `${words.title(table.dataset)}, ${words.span(table.span)}` };
}

/** One table of a quarter or a year for everybody: the sums of its months as they are published now, or were at the end of a day. */
export async function SpanPage(asked: SpanAsked) {
  const [table, words, t] = await Promise.all([tableOf(asked), publishedWords(), getTranslations('publication')]);
  if (!table) return <NothingPublished />;
  const { dataset, kind, span } = table;
  const on = typeof asked.on === 'string' && asked.on !== '' ? asked.on : undefined;
  return (
    <>
      <PageHeader
        title={`${words.title(dataset)}, ${words.span(span)}`}
        lead={t(`dataset.${dataset}.text`)}
        actions={
          <ButtonLink href={routes.publishedSpanFile(dataset, kind, span, { on })} download>
            {t('site.csv')}
          </ButtonLink>
        }
      />
      {on ? (
        <Callout
          tone="warning"
          actions={<TextLink href={routes.publishedSpan(dataset, kind, span)}>{t('site.spanNow')}</TextLink>}
        >
          {t('site.spanOn', { day: words.day(on) })}
        </Callout>
      ) : (
        <Callout tone="info">{t(`site.span.${kind}.text`)}</Callout>
      )}
      <TotalsRow table={table} words={words} />
      <SpanMembers table={table} words={words} />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SpanMonths table={table} words={words} />
        <PublishedDay action={routes.publishedSpan(dataset, kind, span)} day={on} />
      </div>
    </>
  );
}
