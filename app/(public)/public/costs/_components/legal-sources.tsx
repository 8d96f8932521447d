import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { LegalSource } from '@/db/queries/public/legal-sources';

/** Every parameter the answer rests on, with who published it and from when until when it holds. */
export function LegalSources({ sources }: { sources: readonly LegalSource[] }) {
  const t = useTranslations('public.costs.sources');
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={sources}
        rowKey={({ kind, key, validFrom }) => `${kind} ${key} ${validFrom}`}
        columns={[
          {
            key: 'what',
            header: t('what'),
            rowHeader: true,
            cell: ({ kind, key }) => (
              <>
                {t(`kind.${kind}`)}{' '}
                <span translate="no" className="text-muted">
                  {key}
                </span>
              </>
            ),
          },
          { key: 'says', header: t('says'), cell: ({ says }) => <span translate="no">{says}</span> },
          {
            key: 'source',
            header: t('source'),
            cell: ({ source, edition }) => (
              <span translate="no">
                {source} ({edition})
              </span>
            ),
          },
          {
            key: 'valid',
            header: t('valid'),
            cell: ({ validFrom, validTo }) => (
              <>
                <DateTime at={validFrom} show="date" />
                {' – '}
                {validTo === null ? t('open') : <DateTime at={validTo} show="date" />}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
