import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { BENCHMARKS, type BenchmarkKey } from '@/lib/statistics/benchmarks';

/** Own figures beside published ones, each with its source. */
export function BenchmarksPanel({ own }: { own: Readonly<Record<BenchmarkKey, number | null>> }) {
  const t = useTranslations('dashboards.benchmark');
  const say = useBenchmarkText();
  const areas = useAreaName();
  return (
    <Panel title={t('title')} description={t('about')} flush className="xl:col-span-2">
      <DataTable
        caption={t('title')}
        captionHidden
        rows={BENCHMARKS}
        rowKey={({ key, area, period }) => `${key} ${area} ${period}`}
        columns={[
          { key: 'what', header: t('what'), rowHeader: true, cell: ({ key }) => t(`key.${key}`) },
          {
            key: 'here',
            header: t('here'),
            numeric: true,
            cell: ({ key }) => <span translate="no">{say(key, own[key])}</span>,
          },
          {
            key: 'published',
            header: t('published'),
            numeric: true,
            cell: ({ key, value }) => <span translate="no">{say(key, value)}</span>,
          },
          {
            key: 'of',
            header: t('of'),
            cell: ({ area, period }) => (
              <span className="whitespace-nowrap" translate="no">
                {areas(area)}, {period}
              </span>
            ),
          },
          {
            key: 'source',
            header: t('source'),
            cell: ({ source }) => (
              <bdi translate="no" lang="en" className="text-muted text-xs">
                {source}
              </bdi>
            ),
          },
        ]}
      />
      <p className="px-4 py-2 text-muted text-xs">{t('note')}</p>
    </Panel>
  );
}

/** Says a figure in the unit of its key; a dash where it cannot be said. */
export function useBenchmarkText(): (key: BenchmarkKey, value: number | null) => string {
  const locale = useLocale();
  return (key, value) => {
    if (value === null) return '–';
    switch (key) {
      case 'valuePerItem':
        return `${formatDecimal(locale, value.toFixed(2), 2)} EUR`;
      case 'examinedPerMillion':
      case 'refusedPerMillion':
        return formatDecimal(locale, Math.round(value), 0);
      case 'fromChina':
      case 'lowValue':
      case 'growth':
        return formatPercent(locale, value);
    }
  };
}

/** The name of an area in the reader's language. */
export function useAreaName(): (area: string) => string {
  const names = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  return (area) => names.of(area) ?? area;
}
