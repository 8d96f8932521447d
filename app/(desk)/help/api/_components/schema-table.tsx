import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import type { JsonSchema } from '@/lib/api/json-schema';
import { membersOf } from '@/lib/api/schema-text';
import { schemaAnchor, TypeName } from './type-name';

/** The members of one schema with type and meaning; those of an object within it stand under it with their path. */
export function SchemaTable({ name, schema }: { name: string; schema: JsonSchema }) {
  const t = useTranslations('help.api');
  const members = membersOf(schema);
  return (
    <Panel
      id={schemaAnchor(name)}
      title={<span translate="no">{name}</span>}
      className="scroll-mt-4"
      flush={members.length > 0}
    >
      {members.length === 0 ? (
        <p className="text-sm">
          <TypeName schema={schema} />
        </p>
      ) : (
        <DataTable
          caption={t('membersOf', { name })}
          captionHidden
          rows={members}
          rowKey={(member) => member.name}
          columns={[
            {
              key: 'name',
              header: t('column.name'),
              rowHeader: true,
              cell: (member) => (
                <code className="font-mono text-xs" translate="no">
                  {member.name}
                </code>
              ),
            },
            {
              key: 'meaning',
              header: t('column.meaning'),
              className: 'min-w-56',
              cell: ({ schema: { description } }) => (typeof description === 'string' ? description : null),
            },
            {
              key: 'type',
              header: t('column.type'),
              className: 'min-w-40',
              cell: (one) => <TypeName schema={one.schema} />,
            },
            {
              key: 'required',
              header: t('column.required'),
              className: 'whitespace-nowrap',
              cell: ({ isRequired }) => (isRequired ? <strong>{t('required')}</strong> : t('optional')),
            },
          ]}
        />
      )}
    </Panel>
  );
}
