import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { formatInstant } from '@/components/ui/format';
import { SkeletonChart, SkeletonPanel } from '@/components/ui/skeleton';
import { dayOf } from '@/lib/kernel/dates';
import { resolveFilter, type UrlParams, unfitDays } from '@/lib/statistics/filter';
import { parseYieldFilter, yieldFilterParams } from '@/lib/statistics/yield-filter';
import { askedAt } from '../../statistics/_components/asked-at';
import { RiskFilter } from '../_components/risk-filter';
import { RiskTabs } from '../_components/risk-tabs';
import { YieldSections } from './_components/yield-sections';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('yields'))('title') };
}

/** What every reason, profile and indicator led to, under one filter, which lives in the address. */
export default async function EffectivenessPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const actor = await requireActor('statistics.read');
  const [{ offices }, params, t, locale] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations('yields'),
    getLocale(),
  ]);
  const now = askedAt();
  const filter = parseYieldFilter(params);
  if (filter.office.some((office) => !actor.officeIds.includes(office))) notFound();
  const resolved = resolveFilter(filter, dayOf(now));
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { from: day(resolved.period.from), to: day(resolved.period.to) })}
      />
      <RiskTabs current="effectiveness" query={yieldFilterParams(filter)} />
      <RiskFilter
        filter={filter}
        resolved={resolved}
        offices={offices}
        unfit={unfitDays(params)}
        route="effectiveness"
      />
      <Suspense
        key={JSON.stringify(yieldFilterParams(filter))}
        fallback={
          <>
            <SkeletonChart height={320} />
            <SkeletonPanel lines={9} />
          </>
        }
      >
        <YieldSections actor={actor} filter={filter} resolved={resolved} />
      </Suspense>
      <p className="text-muted text-xs">{t('freshness', { time: formatInstant(locale, now, 'datetime') })}</p>
    </>
  );
}
