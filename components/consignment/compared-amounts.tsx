import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { AmountText } from '@/components/ui/money';
import type { Compared, CorrectedDetail } from '@/db/queries/consignment/consignment-detail';
import { openCharges, openReasons } from '@/lib/revenue/open-charges';
import { ChargeText } from './charge-text';

const FIGURES = ['intrinsicValue', 'customsValue', 'duty', 'vat', 'total'] as const;

type ComparedAmountsProps = { corrected: CorrectedDetail; declaredLines: CorrectedDetail['chargeLines'] };

/** What was declared, what the examination made of it, and the difference of what is known. */
export function ComparedAmounts({ corrected, declaredLines }: ComparedAmountsProps) {
  const t = useTranslations('consignment.compared');
  const openNow = openCharges(corrected.chargeLines);
  const openBefore = openCharges(declaredLines);
  const openOf = (open: typeof openNow, name: (typeof FIGURES)[number]) =>
    name === 'duty' || name === 'vat'
      ? openReasons(open, name)
      : name === 'total'
        ? [...new Set([...openReasons(open, 'duty'), ...openReasons(open, 'vat')])]
        : openReasons(open, 'value');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={FIGURES.map((name) => ({ name, ...corrected[name] }))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: t('figure'), rowHeader: true, cell: ({ name }) => t(name) },
        {
          key: 'declared',
          header: t('declared'),
          numeric: true,
          cell: (row) => <ChargeText value={row.declared} open={openOf(openBefore, row.name)} />,
        },
        {
          key: 'corrected',
          header: t('corrected'),
          numeric: true,
          cell: (row) => <ChargeText value={row.corrected} open={openOf(openNow, row.name)} />,
        },
        { key: 'difference', header: t('difference'), numeric: true, cell: (row) => <Difference compared={row} /> },
      ]}
    />
  );
}

/** A difference with its sign, or the word that it is open. */
export function Difference({ compared: { difference } }: { compared: Compared }) {
  const t = useTranslations('revenue.open');
  if (difference === null) return <span className="whitespace-nowrap font-semibold text-warning">{t('word')}</span>;
  const { amount } = difference;
  const isMore = /[1-9]/.test(amount) && !amount.startsWith('-');
  return (
    <span className="whitespace-nowrap">
      {isMore ? '+' : null}
      <AmountText {...difference} />
    </span>
  );
}
