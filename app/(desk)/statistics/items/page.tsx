import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { begun } from '@/app/_server/answer-begun';
import { mayAnswer } from '@/app/_server/narrow-question';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { GoodsItemsTable } from '@/components/statistics/goods-items-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { listGoodsItems } from '@/db/queries/statistics/list-goods-items';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import {
  parseStatisticsFilter,
  pinned,
  resolveFilter,
  statisticsFilterParams,
  type UrlParams,
  unfitDays,
} from '@/lib/statistics/filter';
import { itemCursorText, parseItemCursor } from '@/lib/statistics/item-cursor';
import { totalOf } from '@/lib/statistics/series';
import { askedAt } from '../_components/asked-at';
import { StatisticsFilterSection } from '../_components/statistics-filter';
import { TooNarrow } from '../_components/too-narrow';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics.items'))('title') };
}

/** The goods items behind the figures: the same filter, one row for each item. */
export default async function GoodsItemsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const actor = await requireActor('statistics.read');
  const [{ offices }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations('statistics.items'),
  ]);
  const filter = parseStatisticsFilter(params);
  if (filter.office.some((office) => !actor.officeIds.includes(office))) notFound();
  const resolved = resolveFilter(filter, dayOf(askedAt()));
  const figures = begun(getDailyFigures(actor, filter, { period: resolved.period, previous: null }));
  const counted = async () => totalOf((await figures).current).consignments;
  if (!(await mayAnswer(actor, filter, resolved, counted)))
    return (
      <>
        <PageHeader
          title={t('title')}
          back={{ href: routes.statistics(statisticsFilterParams(filter)), label: t('back') }}
        />
        <TooNarrow filter={filter} />
      </>
    );
  const after = parseItemCursor(typeof params.after === 'string' ? params.after : null);
  const [page, currency] = await Promise.all([
    listGoodsItems(actor, filter, resolved.period, after, undefined, figures),
    getCurrency(),
  ]);
  const query = statisticsFilterParams(pinned(filter, resolved));
  const from = routes.statisticsItems({ ...query, after: after ? itemCursorText(after) : null });
  const tStatistics = await getTranslations('statistics');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.statistics(statisticsFilterParams(filter)), label: t('back') }}
        actions={
          <ButtonLink
            download
            href={routes.statisticsExport('items', query)}
            icon={<Download className="size-4" aria-hidden="true" />}
          >
            {tStatistics('export.items')}
          </ButtonLink>
        }
      />
      <StatisticsFilterSection
        filter={filter}
        resolved={resolved}
        offices={offices}
        unfit={unfitDays(params)}
        route="statisticsItems"
      />
      <div className="rounded-lg border border-line bg-surface">
        <GoodsItemsTable
          rows={page.rows}
          currency={currency}
          consignmentHref={can(actor, 'consignment.read') ? (id) => routes.consignment(id, { from }) : undefined}
        />
        <Pagination
          summary={
            filter.measure === 'withdrawn'
              ? t('summaryWithdrawn', { withdrawn: Number(page.totals.withdrawn) })
              : t('summary', {
                  items: Number(page.totals.items),
                  consignments: Number(page.totals.consignments),
                })
          }
          previousHref={after ? routes.statisticsItems(query) : undefined}
          nextHref={page.next ? routes.statisticsItems({ ...query, after: itemCursorText(page.next) }) : undefined}
        />
      </div>
      <p className="text-muted text-xs">{t('note')}</p>
    </>
  );
}
