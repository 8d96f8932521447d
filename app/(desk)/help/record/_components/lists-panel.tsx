import { useTranslations } from 'next-intl';
import { SeverityBadge } from '@/components/quality/severity-badge';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import type { RecordColumn } from '@/lib/consignment/requirements';

type Expectation = {
  readonly key: string;
  readonly columns: readonly RecordColumn[];
  /** What becomes of a record whose value is another. */
  readonly severity: 'error' | 'warning';
};

/** The shape or list of each kind of field, as the validation of single fields has it. */
const EXPECTATIONS: readonly Expectation[] = [
  {
    key: 'country',
    columns: ['sender_country', 'recipient_country', 'dispatch_country', 'origin_country'],
    severity: 'error',
  },
  { key: 'currency', columns: ['currency', 'transport_currency'], severity: 'error' },
  { key: 'office', columns: ['office'], severity: 'error' },
  { key: 'mode', columns: ['transport_mode'], severity: 'error' },
  { key: 'code', columns: ['commodity_code'], severity: 'error' },
  { key: 'instant', columns: ['expected_arrival_at'], severity: 'error' },
  {
    key: 'decimal',
    columns: ['value', 'quantity', 'net_mass_kg', 'gross_mass_kg', 'transport_cost'],
    severity: 'error',
  },
  { key: 's10', columns: ['s10_id'], severity: 'error' },
  { key: 'url', columns: ['listing_url'], severity: 'error' },
  { key: 'text', columns: ['description', 'sender_name', 'recipient_name'], severity: 'error' },
  { key: 'mrn', columns: ['mrn'], severity: 'warning' },
  { key: 'awb', columns: ['master_ref'], severity: 'warning' },
  { key: 'scheme', columns: ['scheme_id'], severity: 'warning' },
  { key: 'contact', columns: ['recipient_email', 'recipient_phone'], severity: 'warning' },
  { key: 'postcode', columns: ['sender_postcode', 'recipient_postcode'], severity: 'warning' },
];

/** Code lists, shapes and check digits of single fields. */
export function ListsPanel() {
  const t = useTranslations('quality');
  return (
    <Panel id="lists" title={t('lists.title')} flush>
      <DataTable
        caption={t('lists.title')}
        captionHidden
        rows={EXPECTATIONS}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'list',
            header: t('lists.list'),
            rowHeader: true,
            cell: ({ columns }) => (
              <code className="font-mono text-xs" translate="no">
                {columns.join(', ')}
              </code>
            ),
          },
          {
            key: 'expects',
            header: t('lists.expects'),
            className: 'min-w-64',
            cell: ({ key }) => t(`listsText.${key}`),
          },
          { key: 'effect', header: t('lists.effect'), cell: ({ severity }) => <SeverityBadge severity={severity} /> },
        ]}
      />
    </Panel>
  );
}
