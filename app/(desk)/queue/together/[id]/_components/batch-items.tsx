import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { ScoreBadge } from '@/components/ui/score-badge';
import { TextLink } from '@/components/ui/text-link';
import type { BatchItem } from '@/db/queries/clearance/together-batches';

const TONES = {
  released: 'success',
  taken_back: 'neutral',
  there: 'info',
  changed: 'warning',
} as const satisfies Record<BatchItem['state'], Tone>;

/** Each consignment with what it was worth when it was seen and where it stands now. */
export function BatchItems({ items }: { items: readonly BatchItem[] }) {
  const t = useTranslations('queue.batch');
  return (
    <Panel title={t('items')} flush>
      <DataTable<BatchItem>
        caption={t('items')}
        captionHidden
        rows={items}
        rowKey={({ consignmentId }) => consignmentId}
        columns={[
          {
            key: 'reference',
            header: t('reference'),
            rowHeader: true,
            cell: ({ consignmentId, reference }) => (
              <TextLink href={routes.consignment(consignmentId)} data>
                {reference}
              </TextLink>
            ),
          },
          { key: 'score', header: t('rowScore'), cell: ({ score }) => <ScoreBadge score={score} /> },
          { key: 'value', header: t('value'), numeric: true, cell: ({ value }) => <AmountText {...value} /> },
          {
            key: 'state',
            header: t('rowState'),
            cell: ({ state }) => <Badge tone={TONES[state]}>{t(`item.${state}`)}</Badge>,
          },
        ]}
      />
    </Panel>
  );
}
