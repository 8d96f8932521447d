import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import type { Pair } from '@/lib/simulation/figures';
import { type PairUnit, usePairText } from './pair-text';

export type PairRow = {
  readonly key: string;
  readonly label: ReactNode;
  readonly pair: Pair;
  readonly unit: PairUnit;
};

type PairTableProps = {
  caption: string;
  /** What the rows are of. */
  head: string;
  rows: readonly PairRow[];
  minorDigits: number;
  empty?: ReactNode;
  /** Draws both beside the figures, from nought, on one scale for all rows: they must be of one unit. */
  hasBars?: boolean;
};

/** As it was, as simulated, and what lies between, line by line. */
export function PairTable({ caption, head, rows, minorDigits, empty, hasBars = false }: PairTableProps) {
  const t = useTranslations('simulation.figure');
  const textOf = usePairText(minorDigits);
  const told = rows.map((row) => ({ ...row, texts: textOf(row.pair, row.unit) }));
  const longest = rows.reduce((most, { pair }) => Math.max(most, Number(pair.was), Number(pair.simulated)), 1);
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        isDense
        rows={told}
        rowKey={({ key }) => key}
        empty={empty}
        columns={[
          { key: 'label', header: head, rowHeader: true, cell: ({ label }) => label },
          { key: 'was', header: t('was'), numeric: true, cell: ({ texts }) => <Text>{texts.was}</Text> },
          {
            key: 'simulated',
            header: t('simulated'),
            numeric: true,
            className: 'font-semibold',
            cell: ({ texts }) => <Text>{texts.simulated}</Text>,
          },
          {
            key: 'difference',
            header: t('difference'),
            numeric: true,
            cell: ({ texts }) => <Text>{texts.difference}</Text>,
          },
          { key: 'percent', header: t('percent'), numeric: true, cell: ({ texts }) => <Text>{texts.percent}</Text> },
          ...(hasBars
            ? [
                {
                  key: 'bars',
                  header: <span className="sr-only">{t('bars')}</span>,
                  className: 'w-1/4 min-w-24',
                  cell: ({ pair }: PairRow) => <PairBars pair={pair} longest={longest} />,
                },
              ]
            : []),
        ]}
      />
      {hasBars && rows.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-muted text-xs">
          <span className="flex items-center gap-1.5">
            <span className="size-3 border border-line-strong bg-sunken" data-mark="" aria-hidden="true" />
            {t('was')}
          </span>
          <span className="flex items-center gap-1.5">
            <span className="size-3 bg-chart-1" data-mark="" aria-hidden="true" />
            {t('simulated')}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** Two bars from nought; the figures beside them say all that they say. */
function PairBars({ pair, longest }: { pair: Pair; longest: number }) {
  const width = (value: bigint) => `${(Math.max(0, Number(value)) / longest) * 100}%`;
  return (
    <div className="flex flex-col gap-0.5" aria-hidden="true">
      <div data-mark="" className="h-2 border border-line-strong bg-sunken" style={{ width: width(pair.was) }} />
      <div data-mark="" className="h-2 bg-chart-1" style={{ width: width(pair.simulated) }} />
    </div>
  );
}

const Text = ({ children }: { children: ReactNode }) => (
  <span className="whitespace-nowrap" translate="no">
    {children}
  </span>
);
