import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { type Overlap, sourceOf, type Yield, type YieldKey } from '@/lib/statistics/yields';

type Named = { nameOf: (source: YieldKey) => string };

/** Pairs of rules that mostly meet the same consignments, and what the smaller one finds alone. */
export function OverlapPanel({
  overlaps,
  nameOf,
  actions,
}: Named & { overlaps: readonly Overlap[]; actions?: ReactNode }) {
  const t = useTranslations('yields.overlap');
  const locale = useLocale();
  const count = (value: number) => formatDecimal(locale, value, 0);
  const empty = (
    <State kind="empty" title={t('none')}>
      {t('noneText')}
    </State>
  );
  return (
    <Panel title={t('title')} description={t('summary', { count: overlaps.length })} actions={actions} flush>
      <DataTable
        caption={t('caption')}
        captionHidden
        isDense
        rows={overlaps}
        rowKey={({ a, b }) => `${sourceOf(a)} ${sourceOf(b)}`}
        empty={empty}
        columns={[
          {
            key: 'pair',
            header: t('pair'),
            rowHeader: true,
            cell: ({ a, b }) => t('sentence', { a: nameOf(a), b: nameOf(b) }),
          },
          {
            key: 'share',
            header: t('share'),
            cell: ({ a, share, both, ofA }) => (
              <>
                <div className="h-1.5 rounded-full bg-sunken" aria-hidden="true">
                  <div className="h-full rounded-full bg-chart-1" data-mark="" style={{ width: `${share * 100}%` }} />
                </div>
                <span className="text-xs">
                  {t('shareText', {
                    share: formatPercent(locale, share, 0),
                    of: nameOf(a),
                    both: count(both),
                    ofA: count(ofA),
                  })}
                </span>
              </>
            ),
          },
          {
            key: 'only',
            header: t('only'),
            numeric: true,
            hint: t('onlyHint'),
            cell: ({ onlyA }) => <Count value={onlyA} />,
          },
        ]}
      />
    </Panel>
  );
}

type DeadPanelProps = Named & { dead: readonly YieldKey[]; idle: readonly Yield[] };

/** Rules that met nothing, and rules that met much and found nothing. */
export function DeadPanel({ dead, idle, nameOf }: DeadPanelProps) {
  const t = useTranslations('yields.dead');
  const locale = useLocale();
  const rows = [
    ...dead.map((rule) => ({ rule, why: t('noHit') })),
    ...idle.map((rule) => ({
      rule,
      why: t('noFinding', { examined: rule.examined, high: formatPercent(locale, rule.hitRate?.high ?? 1) }),
    })),
  ];
  const empty = (
    <State kind="empty" title={t('none')}>
      {t('noneText')}
    </State>
  );
  return (
    <Panel title={t('title')} description={t('summary', { dead: dead.length, idle: idle.length })} flush>
      <DataTable
        caption={t('caption')}
        captionHidden
        isDense
        rows={rows}
        rowKey={({ rule }) => sourceOf(rule)}
        empty={empty}
        columns={[
          { key: 'rule', header: t('rule'), rowHeader: true, cell: ({ rule }) => nameOf(rule) },
          { key: 'why', header: t('why'), cell: ({ why }) => why },
        ]}
      />
    </Panel>
  );
}
