import { useTranslations } from 'next-intl';
import { SeverityBadge } from '@/components/quality/severity-badge';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import type { DataRules } from '@/db/queries/policy/get-data-rules';

/** The rules between fields, those that refuse first. */
export function RulesPanel({ rules: { rules } }: { rules: DataRules }) {
  const t = useTranslations('quality');
  return (
    <Panel id="rules" title={t('rulesTable.title')} description={t('rulesTable.text')} flush>
      <DataTable
        caption={t('rulesTable.title')}
        captionHidden
        rows={rules}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'rule',
            header: t('rulesTable.rule'),
            rowHeader: true,
            className: 'min-w-64',
            cell: ({ code, values }) => (
              <>
                <span className="block">{t(`rule.${code}`, values)}</span>
                <code className="font-mono text-muted text-xs" translate="no">
                  {code}
                </code>
              </>
            ),
          },
          {
            key: 'effect',
            header: t('rulesTable.effect'),
            cell: ({ severity }) => <SeverityBadge severity={severity} />,
          },
          { key: 'side', header: t('rulesTable.side'), cell: ({ dimension }) => t(`dimension.${dimension}`) },
          {
            key: 'source',
            header: t('rulesTable.source'),
            className: 'min-w-56',
            cell: ({ source, validFrom }) => (
              <span translate="no">
                {source} <span className="whitespace-nowrap text-muted">({validFrom})</span>
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
