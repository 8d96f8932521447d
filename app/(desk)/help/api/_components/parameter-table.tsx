import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import type { Parameter } from '@/lib/api/document';
import { TypeName } from './type-name';

/** What goes into a call beside its body: parts of the path, of the query, and headers. */
export function ParameterTable({ call, parameters }: { call: string; parameters: readonly Parameter[] }) {
  const t = useTranslations('help.api');
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3>{t('parameters')}</h3>
      <DataTable
        caption={t('parametersOf', { call })}
        captionHidden
        rows={parameters}
        rowKey={(one) => `${one.in} ${one.name}`}
        columns={[
          {
            key: 'name',
            header: t('column.name'),
            rowHeader: true,
            cell: ({ name }) => (
              <code className="font-mono text-xs" translate="no">
                {name}
              </code>
            ),
          },
          {
            key: 'meaning',
            header: t('column.meaning'),
            className: 'min-w-56',
            cell: ({ description }) => description,
          },
          { key: 'in', header: t('column.in'), className: 'whitespace-nowrap', cell: (one) => t(`in.${one.in}`) },
          { key: 'type', header: t('column.type'), cell: ({ schema }) => <TypeName schema={schema} /> },
          {
            key: 'required',
            header: t('column.required'),
            cell: ({ required }) => (required ? <strong>{t('required')}</strong> : t('optional')),
          },
        ]}
      />
    </section>
  );
}
