import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { ALWAYS_REQUIRED, COLUMN_GUIDE, RECORD_COLUMNS, STOOD_FOR_BY } from '@/lib/consignment/column-guide';
import { COLUMN_SOURCES } from '@/lib/consignment/column-sources';

type ColumnName = (typeof RECORD_COLUMNS)[number];

/** Every column of the record: what it means, when it has to be there, what may stand in it, and an example. */
export function ColumnTable() {
  const t = useTranslations('submissions.guide');
  const tField = useTranslations('consignment.field');
  const tMode = useTranslations('consignment.word.transport_mode');
  const formOf = (column: ColumnName) => {
    const { form, accepted } = COLUMN_GUIDE[column];
    if (!accepted) return t(`form.${form}`);
    const words = column === 'transport_mode' ? accepted.map((code) => `${code} ${tMode(code as '1')}`) : accepted;
    return t('form.list', { accepted: words.join(', ') });
  };
  const requiredOf = (column: ColumnName) => {
    const number = STOOD_FOR_BY.get(column);
    if (number !== undefined) return <strong>{t('alwaysUnless', { number })}</strong>;
    return ALWAYS_REQUIRED.has(column) ? <strong>{t('always')}</strong> : t('optional');
  };
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      maxHeight="32rem"
      rows={RECORD_COLUMNS}
      rowKey={(column) => column}
      columns={[
        {
          key: 'column',
          header: t('column'),
          rowHeader: true,
          cell: (column) => (
            <code className="font-mono text-xs" translate="no">
              {column}
            </code>
          ),
        },
        { key: 'meaning', header: t('meaning'), cell: (column) => (tField.has(column) ? tField(column) : column) },
        {
          key: 'required',
          header: t('required'),
          className: 'min-w-32',
          cell: requiredOf,
        },
        { key: 'form', header: t('accepts'), className: 'min-w-56', cell: formOf },
        {
          key: 'source',
          header: t('source'),
          className: 'min-w-56',
          cell: (column) => (
            <span className="text-muted text-xs" translate={COLUMN_SOURCES[column] ? 'no' : undefined}>
              {COLUMN_SOURCES[column] ?? t('noSource')}
            </span>
          ),
        },
        {
          key: 'example',
          header: t('example'),
          cell: (column) => (
            <code className="font-mono text-xs" translate="no">
              {COLUMN_GUIDE[column].example}
            </code>
          ),
        },
      ]}
    />
  );
}
