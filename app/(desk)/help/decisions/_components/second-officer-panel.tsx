import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { SecondOfficerLine } from '@/db/queries/policy/second-officer-rules';

/** The rules of the policy by which a decision takes a second officer. */
export function SecondOfficerPanel({ rules }: { rules: readonly SecondOfficerLine[] }) {
  const t = useTranslations('help.decisions');
  const tKind = useTranslations('clearance.decisionKind');
  const tLane = useTranslations('clearance.lane');
  const above = (amount: SecondOfficerLine['valueAbove']) =>
    amount ? <AmountText amount={amount.amount} currency={amount.currency} /> : t('always');
  return (
    <Panel title={t('second')} description={t('secondText')} id="second" flush>
      <DataTable
        caption={t('second')}
        captionHidden
        rows={rules}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'decisions',
            header: t('decision'),
            rowHeader: true,
            cell: ({ decisions }) => decisions.map((kind) => tKind(kind)).join(', '),
          },
          { key: 'value', header: t('valueAbove'), cell: ({ valueAbove }) => above(valueAbove) },
          { key: 'correction', header: t('correctionAbove'), cell: ({ correctionAbove }) => above(correctionAbove) },
          {
            key: 'lane',
            header: t('unexamined'),
            cell: ({ unexaminedIn }) => unexaminedIn?.map((lane) => tLane(lane)).join(', ') ?? t('always'),
          },
        ]}
      />
    </Panel>
  );
}
