import { useTranslations } from 'next-intl';
import { useFieldName } from '@/components/consignment/field-label';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import type { RefusedRecord } from '@/db/queries/intake/list-quarantine';
import { changedFields } from '@/lib/intake/changed-fields';
import { fieldsOfText } from '@/lib/intake/record-fields';

type ChangesPanelProps = { record: RefusedRecord; asSent: string; mended: string };

/** What whoever sent a refused record again changed in it: field by field, or the whole text where it had no fields to tell apart. */
export function ChangesPanel({ record, asSent, mended }: ChangesPanelProps) {
  const t = useTranslations('quarantine.record');
  const fieldName = useFieldName();
  const before = fieldsOfText({ ...record, text: asSent }, record.problems);
  const after = fieldsOfText({ ...record, text: mended }, []);
  const changed = before && after ? changedFields(before, after) : null;
  if (!changed || (changed.length === 0 && asSent !== mended))
    return (
      <Panel title={t('changes')} description={t('changesText')}>
        <pre className="whitespace-pre-wrap break-all rounded-sm bg-sunken p-3 font-mono text-xs" translate="no">
          {mended}
        </pre>
      </Panel>
    );
  const said = (value: string | null) =>
    value ? (
      <span className="wrap-anywhere font-mono text-xs" translate="no">
        {value}
      </span>
    ) : (
      <span className="text-muted">{t(value === null ? 'absent' : 'blank')}</span>
    );
  return (
    <Panel title={t('changes')} flush>
      <DataTable
        caption={t('changes')}
        captionHidden
        rows={changed}
        rowKey={(field) => field.key}
        empty={<p className="px-4 py-3 text-sm">{t('changedNothing')}</p>}
        columns={[
          {
            key: 'field',
            header: t('changedField'),
            rowHeader: true,
            className: 'min-w-28',
            cell: ({ pointer, name }) => (
              <>
                <span className="block">{fieldName(pointer)}</span>
                <code className="font-mono font-normal text-muted text-xs" translate="no">
                  {name}
                </code>
              </>
            ),
          },
          { key: 'before', header: t('changedBefore'), className: 'min-w-24', cell: (field) => said(field.before) },
          { key: 'after', header: t('changedAfter'), className: 'min-w-24', cell: (field) => said(field.after) },
        ]}
      />
    </Panel>
  );
}
