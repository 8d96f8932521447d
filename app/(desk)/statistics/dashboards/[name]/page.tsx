import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { begun } from '@/app/_server/answer-begun';
import { mayAnswer } from '@/app/_server/narrow-question';
import { PageHeader } from '@/components/shell/page-header';
import { formatInstant } from '@/components/ui/format';
import { SkeletonChart } from '@/components/ui/skeleton';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { dayOf } from '@/lib/kernel/dates';
import { totalOf } from '@/lib/statistics/series';
import { DASHBOARD_NAMES, DASHBOARDS, type Part } from '@/lib/statistics/dashboards';
import { parseStatisticsFilter, resolveFilter, type UrlParams, unfitDays } from '@/lib/statistics/filter';
import { askedAt } from '../../_components/asked-at';
import { NoteSection } from '../../_components/note-section';
import { StatisticsFilterSection } from '../../_components/statistics-filter';
import { StatisticsPlaces } from '../../_components/statistics-places';
import { TooNarrow } from '../../_components/too-narrow';
import { PartSection } from './_components/part-section';

type Props = { params: Promise<{ name: string }>; searchParams: Promise<UrlParams> };

const dashboardOf = (name: string) => DASHBOARD_NAMES.find((known) => known === name) ?? notFound();

export async function generateMetadata(props: Props): Promise<Metadata> {
  const name = dashboardOf((await props.params).name);
  return { title: (await getTranslations('dashboards'))(`name.${name}`) };
}

/** Questions of the explorer laid out for one reader. One filter narrows all of them, and what is clicked in one narrows the others. */
export default async function DashboardPage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read');
  const [{ name }, asked, { offices }, t, tStatistics, locale] = await Promise.all([
    params,
    searchParams,
    requireSignedIn(),
    getTranslations('dashboards'),
    getTranslations('statistics'),
    getLocale(),
  ]);
  const dashboard = dashboardOf(name);
  const at = askedAt();
  const filter = parseStatisticsFilter(asked);
  if (filter.office.some((office) => !actor.officeIds.includes(office))) notFound();
  const today = dayOf(at);
  const resolved = resolveFilter(filter, today);
  const figures = begun(getDailyFigures(actor, filter, { period: resolved.period, previous: null }));
  const isAnswered = await mayAnswer(
    actor,
    filter,
    resolved,
    async () => totalOf((await figures).current).consignments,
  );
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  const officeNames = new Map(offices.map((office) => [office.id, office.name]));
  const parts: readonly Part[] = DASHBOARDS[dashboard];
  return (
    <>
      <PageHeader
        title={t(`name.${dashboard}`)}
        lead={`${t(`about.${dashboard}`)} ${tStatistics('lead', { from: day(resolved.period.from), to: day(resolved.period.to) })}`}
      />
      <StatisticsPlaces current={dashboard} filter={filter} />
      <StatisticsFilterSection
        filter={filter}
        resolved={resolved}
        offices={offices}
        unfit={unfitDays(asked)}
        route="statistics"
        dashboard={dashboard}
      />
      {isAnswered ? null : <TooNarrow filter={filter} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[repeat(2,minmax(0,1fr))] xl:[&>:last-child:nth-child(odd)]:col-span-2">
        {(isAnswered ? parts : []).map((part) => (
          <Suspense key={`${part.key} ${JSON.stringify({ filter, today })}`} fallback={<SkeletonChart height={380} />}>
            <PartSection {...{ actor, dashboard, part, filter, resolved, today, officeNames }} />
          </Suspense>
        ))}
      </div>
      {/* Of the answer, and refused with it: how much was counted is what a question that is too narrow asks. */}
      {isAnswered ? (
        <Suspense fallback={null}>
          <NoteSection actor={actor} filter={filter} resolved={resolved} figures={figures} at={at} />
        </Suspense>
      ) : null}
    </>
  );
}
