import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { begun } from '@/app/_server/answer-begun';
import { mayAnswer } from '@/app/_server/narrow-question';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { QuestionForm } from '@/components/statistics/question-form';
import { formatInstant } from '@/components/ui/format';
import { SkeletonPanel } from '@/components/ui/skeleton';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { countedIn } from '@/lib/statistics/pivot';
import { type UrlParams, unfitDays } from '@/lib/statistics/filter';
import { parseQuestion, questionParams, resolveQuestion } from '@/lib/statistics/question';
import { askedAt } from '../_components/asked-at';
import { StatisticsFilterSection } from '../_components/statistics-filter';
import { StatisticsPlaces } from '../_components/statistics-places';
import { TooNarrow } from '../_components/too-narrow';
import { AnswerSection } from './_components/answer-section';
import { RemarksBar } from './_components/remarks-bar';
import { ViewsBar } from './_components/views-bar';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explore'))('title') };
}

/** Any question to the statistics: figures by rows and columns, under the filter of all pages of the statistics. The address is the question. */
export default async function ExplorePage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const actor = await requireActor('statistics.read');
  const [{ offices }, params, t, tStatistics, locale] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations('explore'),
    getTranslations('statistics'),
    getLocale(),
  ]);
  const at = askedAt();
  const question = parseQuestion(params);
  const { filter } = question;
  if (filter.office.some((office) => !actor.officeIds.includes(office))) notFound();
  const resolved = resolveQuestion(question, dayOf(at));
  const { period, previous } = resolved;
  const pivot = begun(getPivot(actor, question, resolved));
  const isAnswered = await mayAnswer(actor, filter, resolved, async () => countedIn(await pivot));
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          previous
            ? tStatistics('leadCompared', {
                from: day(period.from),
                to: day(period.to),
                previousFrom: day(previous.from),
                previousTo: day(previous.to),
              })
            : tStatistics('lead', { from: day(period.from), to: day(period.to) })
        }
        actions={<ViewsBar actor={actor} question={question} offices={offices} />}
      />
      <StatisticsPlaces current="explore" filter={filter} />
      <StatisticsFilterSection
        filter={filter}
        resolved={resolved}
        offices={offices}
        unfit={unfitDays(params)}
        route="explore"
        question={question}
      />
      <QuestionForm
        key={JSON.stringify(questionParams(question))}
        question={question}
        action={routes.explore()}
        hasOffices={offices.length > 1}
      />
      {isAnswered ? (
        <Suspense key={JSON.stringify({ params, period })} fallback={<SkeletonPanel lines={12} />}>
          <AnswerSection
            actor={actor}
            pivot={pivot}
            question={question}
            resolved={resolved}
            officeNames={new Map(offices.map(({ id, name }) => [id, name]))}
            at={at}
            remarksBar={
              can(actor, 'statistics.remark')
                ? (remarks) => <RemarksBar remarks={remarks} offices={offices} period={period} />
                : undefined
            }
          />
        </Suspense>
      ) : (
        <TooNarrow filter={filter} />
      )}
    </>
  );
}
