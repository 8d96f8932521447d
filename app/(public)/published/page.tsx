import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listPublished, listToCome } from '@/db/queries/publication/published';
import { RELEASE_DAY, RELEASE_HOUR, REVISED_MONTHS } from '@/lib/publication/calendar';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { wholeSpans } from '@/lib/publication/span';
import { calendarRows, ReleaseCalendar } from './_components/release-calendar';
import { Spans } from './_components/spans';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication.site'))('title') };
}

/** What is published, and what is to come. */
export default async function PublishedPage() {
  const [t, tDataset, words, published, toCome] = await Promise.all([
    getTranslations('publication.site'),
    getTranslations('publication.dataset'),
    publishedWords(),
    listPublished(),
    listToCome(),
  ]);
  const [latest] = published;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {latest ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {DATASET_IDS.map((dataset) => (
            <Panel
              key={dataset}
              title={<TextLink href={routes.publishedDataset(dataset)}>{tDataset(`${dataset}.title`)}</TextLink>}
            >
              <p className="text-sm">{tDataset(`${dataset}.text`)}</p>
              <p className="pt-2 text-muted text-sm">{t('latest', { month: words.month(latest.month) })}</p>
            </Panel>
          ))}
        </div>
      ) : (
        <State kind="empty" title={t('noRelease')}>
          {t('noReleaseText')}
        </State>
      )}
      <Spans kind="quarter" spans={wholeSpans('quarter', published)} words={words} />
      <Spans kind="year" spans={wholeSpans('year', published)} words={words} />
      <Panel
        id="calendar"
        title={t('calendar')}
        description={t('calendarText', { day: RELEASE_DAY, hour: RELEASE_HOUR, months: REVISED_MONTHS })}
        flush
      >
        <ReleaseCalendar rows={calendarRows(published, toCome)} monthOf={words.month} />
      </Panel>
    </>
  );
}
