import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { begun } from '@/app/_server/answer-begun';
import { mayAnswer } from '@/app/_server/narrow-question';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import type { BreakdownDimension } from '@/components/statistics/breakdown-panel';
import { formatInstant } from '@/components/ui/format';
import { SkeletonChart, SkeletonPanel } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { dayOf } from '@/lib/kernel/dates';
import {
  parseStatisticsFilter,
  pinned,
  resolveFilter,
  statisticsFilterParams,
  type UrlParams,
  unfitDays,
} from '@/lib/statistics/filter';
import { totalOf } from '@/lib/statistics/series';
import { askedAt } from './_components/asked-at';
import { BreakdownSection } from './_components/breakdown-section';
import { EffectivenessSection, ReleaseSection } from './_components/clearance-sections';
import { NoteSection } from './_components/note-section';
import { OverviewSection } from './_components/overview-section';
import { StatisticsFilterSection } from './_components/statistics-filter';
import { StatisticsPlaces } from './_components/statistics-places';
import { TooNarrow } from './_components/too-narrow';

const BREAKDOWNS: readonly BreakdownDimension[] = ['origin', 'chapter', 'marketplace', 'channel', 'lane'];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') };
}

/** What an analyst keeps open: every figure of a period under one filter, which lives in the address. */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const actor = await requireActor('statistics.read');
  const [{ offices }, params, t, tDefinition, locale] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations('statistics'),
    getTranslations('explore.definition'),
    getLocale(),
  ]);
  const now = askedAt();
  const filter = parseStatisticsFilter(params);
  if (filter.office.some((office) => !actor.officeIds.includes(office))) notFound();
  const resolved = resolveFilter(filter, dayOf(now));
  const figures = begun(getDailyFigures(actor, filter, resolved));
  const isAnswered = await mayAnswer(
    actor,
    filter,
    resolved,
    async () => totalOf((await figures).current).consignments,
  );
  const pinnedParams = statisticsFilterParams(pinned(filter, resolved));
  const section = { actor, filter, resolved, pinnedParams };
  const key = JSON.stringify(pinnedParams);
  const officeNames = new Map(offices.map(({ id, name }) => [id, name]));
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  const { period, previous } = resolved;
  const chosen = filter.office.map((id) => officeNames.get(id) ?? id);
  const covered =
    chosen.length > 0
      ? t('offices.chosen', { names: chosen.join(', ') })
      : t(offices.length > 1 ? 'offices.some' : 'offices.one', {
          office: offices[0]?.name ?? '',
          count: offices.length,
        });
  const breakdowns = offices.length > 1 ? [...BREAKDOWNS, 'office' as const] : BREAKDOWNS;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          previous
            ? t('leadCompared', {
                from: day(period.from),
                to: day(period.to),
                previousFrom: day(previous.from),
                previousTo: day(previous.to),
              })
            : t('lead', { from: day(period.from), to: day(period.to) })
        }
      />
      <StatisticsPlaces current="overview" filter={filter} />
      <p className="-mt-2 text-muted text-sm">{covered}</p>
      <StatisticsFilterSection
        filter={filter}
        resolved={resolved}
        offices={offices}
        unfit={unfitDays(params)}
        route="statistics"
      />
      {isAnswered ? (
        <>
          <Suspense key={`overview ${key}`} fallback={<SkeletonChart height={380} />}>
            <OverviewSection {...section} figures={figures} />
          </Suspense>
          <p className="-mt-2 text-xs">
            <TextLink href={routes.definitions()}>{tDefinition('links')}</TextLink>
          </p>
          <div className="grid gap-4 lg:grid-cols-2 2xl:grid-cols-3">
            {breakdowns.map((by) => (
              <Suspense key={`${by} ${key}`} fallback={<SkeletonPanel lines={9} />}>
                <BreakdownSection {...section} by={by} officeNames={officeNames} />
              </Suspense>
            ))}
          </div>
          <div className="grid gap-4 xl:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
            <Suspense key={`release ${key}`} fallback={<SkeletonChart height={320} />}>
              <ReleaseSection {...section} />
            </Suspense>
            <Suspense key={`effectiveness ${key}`} fallback={<SkeletonPanel lines={9} />}>
              <EffectivenessSection {...section} />
            </Suspense>
          </div>
          {/* Of the answer, and refused with it: how much was counted is what a question that is too narrow asks. */}
          <Suspense fallback={null}>
            <NoteSection actor={actor} filter={filter} resolved={resolved} figures={figures} at={now} />
          </Suspense>
        </>
      ) : (
        <TooNarrow filter={filter} />
      )}
    </>
  );
}
