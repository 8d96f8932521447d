import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatDecimal } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { UnitValue, UnitValues } from '@/db/queries/consignment/get-unit-values';
import { moneyText } from '@/lib/kernel/money';
import { ValueSpread } from './value-spread';

/** What a piece of each goods item is declared at against what the same goods usually are: sentence, drawing, table. */
export function UnitValuesPanel({ values }: { values: UnitValues }) {
  const t = useTranslations('unitValues');
  const locale = useLocale();
  const { currency, minorDigits, items, more } = values;
  const money = (minor: bigint) => formatDecimal(locale, moneyText(minor, minorDigits), minorDigits);
  const goodsOf = ({ level, key }: NonNullable<UnitValue['band']>) => {
    const [code = key, origin = ''] = key.split(':');
    return t(`level.${level}`, { code, origin });
  };
  const sentence = ({ unitMinor, band, place }: UnitValue) => {
    if (!band) return t('none');
    const count = formatDecimal(locale, band.count, 0);
    if (unitMinor === null || place === null) return t('noQuantity', { count, goods: goodsOf(band) });
    return t(`sentence.${place}`, {
      unit: money(unitMinor),
      currency,
      count,
      goods: goodsOf(band),
      median: money(band.medianMinor),
      low: money(band.lowMinor),
      high: money(band.highMinor),
    });
  };
  const known = items.filter(({ band }) => band);
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <ul className="flex flex-col">
        {items.map((item) => (
          <li
            key={item.itemNumber}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-line border-b px-4 py-2 text-sm"
          >
            <div className="min-w-0 flex-[2_1_16rem]">
              <p className="wrap-anywhere font-semibold">
                {t('item', { number: item.itemNumber })} · <bdi translate="no">{item.description}</bdi>
              </p>
              <p className={item.place === 'below' ? undefined : 'text-muted'}>{sentence(item)}</p>
            </div>
            {item.band ? <ValueSpread band={item.band} unitMinor={item.unitMinor} money={money} /> : null}
          </li>
        ))}
      </ul>
      {known.length > 0 ? (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2 text-muted text-xs" aria-hidden="true">
            <li className="flex items-center gap-1.5">
              <span className="size-3 rounded-sm bg-selected" data-mark="" />
              {t('legend.band')}
            </li>
            <li className="flex items-center gap-1.5">
              <span className="h-3 border-ink border-l border-dashed" />
              {t('legend.median')}
            </li>
            <li className="flex items-center gap-1.5">
              <span className="h-3 border-chart-2 border-l-2" />
              {t('legend.declared')}
            </li>
          </ul>
          <details className="group border-line border-t">
            <summary className="-outline-offset-2! flex min-h-8 items-center gap-1 px-4 text-muted text-xs hover:text-ink">
              <ChevronRight className="size-3.5 group-open:rotate-90" aria-hidden="true" />
              {t('table')}
            </summary>
            <BandTable items={known} currency={currency} money={money} goodsOf={goodsOf} />
          </details>
        </>
      ) : null}
      <p className="border-line border-t px-4 py-2 text-muted text-xs">
        {more > 0 ? `${t('more', { count: more })} ` : null}
        {t('note')}
      </p>
    </Panel>
  );
}

type BandTableProps = {
  items: readonly UnitValue[];
  currency: string;
  money: (minor: bigint) => string;
  goodsOf: (band: NonNullable<UnitValue['band']>) => string;
};

function BandTable({ items, currency, money, goodsOf }: BandTableProps) {
  const t = useTranslations('unitValues');
  const rows = items.flatMap(({ band, ...item }) => (band ? [{ ...item, band }] : []));
  const data = (text: string) => <span translate="no">{text}</span>;
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      isDense
      maxHeight="20rem"
      rows={rows}
      rowKey={({ itemNumber }) => String(itemNumber)}
      columns={[
        { key: 'item', header: t('column.item'), rowHeader: true, cell: (row) => data(String(row.itemNumber)) },
        {
          key: 'declared',
          header: t('column.declared', { currency }),
          numeric: true,
          cell: ({ unitMinor }) => (unitMinor === null ? null : data(money(unitMinor))),
        },
        { key: 'goods', header: t('column.goods'), cell: ({ band }) => goodsOf(band) },
        { key: 'count', header: t('column.count'), numeric: true, cell: ({ band }) => <Count value={band.count} /> },
        { key: 'low', header: t('column.low'), numeric: true, cell: ({ band }) => data(money(band.lowMinor)) },
        { key: 'median', header: t('column.median'), numeric: true, cell: ({ band }) => data(money(band.medianMinor)) },
        { key: 'high', header: t('column.high'), numeric: true, cell: ({ band }) => data(money(band.highMinor)) },
        { key: 'place', header: t('column.place'), cell: ({ place }) => (place ? t(`place.${place}`) : null) },
        {
          key: 'learned',
          header: t('column.learned'),
          cell: ({ band }) => <DateTime at={band.computedAt.toISOString()} show="date" />,
        },
      ]}
    />
  );
}
