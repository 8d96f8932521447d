import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { EXAMPLE_LAWS } from '@/lib/charges/examples/all';
import { PeriodText } from './book-panels';

/** The laws of economies that ship with the product, as examples. */
export function ExamplesPanel() {
  const t = useTranslations('policy.book.examples');
  const tLaws = useTranslations('policy.book.laws');
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={EXAMPLE_LAWS}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'economy',
            header: t('economy'),
            rowHeader: true,
            cell: ({ economy, instrument }) => (
              <>
                <span translate="no">{economy}</span> <Badge tone="warning">{tLaws('example')}</Badge>
                <span className="block font-normal" translate="no">
                  {instrument.title}
                </span>
              </>
            ),
          },
          { key: 'since', header: t('since'), cell: (law) => <PeriodText {...law} /> },
          {
            key: 'bands',
            header: t('bands'),
            className: 'min-w-64',
            cell: ({ law }) => (
              <ol className="flex flex-col" translate="no">
                {law.bands.map(({ key, when }) => {
                  const limit = when.upTo ?? when.below;
                  return (
                    <li key={key}>
                      {key.replaceAll('_', ' ')}
                      {limit ? `: ${limit.amount} ${limit.currency}` : ''}
                    </li>
                  );
                })}
              </ol>
            ),
          },
          {
            key: 'source',
            header: t('source'),
            className: 'min-w-64',
            cell: ({ instrument, source }) => (
              <span translate="no">
                {instrument.citation}
                <span className="block text-muted">{source}</span>
              </span>
            ),
          },
          {
            key: 'leavesOut',
            header: t('leavesOut'),
            className: 'min-w-48',
            cell: ({ leavesOut }) => <span translate="no">{leavesOut}</span>,
          },
          {
            key: 'checked',
            header: t('checked'),
            cell: ({ lastChecked }) => (
              <span className="whitespace-nowrap" translate="no">
                {lastChecked}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
