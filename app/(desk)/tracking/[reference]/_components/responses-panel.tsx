import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Absent } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { ResponseRow } from '@/db/queries/answers/consignment-responses';

/** Everything customs answered about one reference, each as a document for the partner's own system. */
export function ResponsesPanel({ reference, rows }: { reference: string; rows: readonly ResponseRow[] }) {
  const t = useTranslations('tracking');
  const value = useTranslations('ui.value');
  return (
    <Panel title={t('responses')} description={t('responsesLead')} flush={rows.length > 0} id="responses">
      {rows.length === 0 ? (
        <p className="text-muted text-sm">{t('noResponses')}</p>
      ) : (
        <DataTable
          caption={t('responsesCaption')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.responseId}
          columns={[
            {
              key: 'number',
              header: t('responseColumn.number'),
              numeric: true,
              cell: (row) => <Count value={row.number} />,
            },
            {
              key: 'kind',
              header: t('responseColumn.kind'),
              rowHeader: true,
              cell: (row) => t(`response.${row.kind}`),
            },
            {
              key: 'document',
              header: t('responseColumn.document'),
              cell: (row) => (
                <a
                  href={routes.responseDocument(reference, row.responseId)}
                  download
                  aria-label={t('downloadOf', { number: row.number, kind: t(`response.${row.kind}`) })}
                  className="rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current"
                >
                  {t('download')}
                </a>
              ),
            },
            {
              key: 'code',
              header: t('responseColumn.code'),
              cell: (row) => (
                <span className="font-mono" translate="no">
                  {row.functionCode}
                </span>
              ),
            },
            {
              key: 'version',
              header: t('responseColumn.version'),
              numeric: true,
              cell: (row) =>
                row.version === null ? <Absent label={value('absent')} /> : <Count value={row.version} />,
            },
            { key: 'toldAt', header: t('responseColumn.toldAt'), cell: (row) => <DateTime at={row.toldAt} /> },
          ]}
        />
      )}
    </Panel>
  );
}
