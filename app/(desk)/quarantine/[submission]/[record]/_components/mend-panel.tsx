import { useTranslations } from 'next-intl';
import { useFieldName } from '@/components/consignment/field-label';
import { Panel } from '@/components/ui/panel';
import type { RefusedRecord } from '@/db/queries/intake/list-quarantine';
import { isCut, toldProblems } from '@/lib/intake/mend-view';
import { fieldsOfText } from '@/lib/intake/record-fields';
import { DiscardButton } from './discard-button';
import { MendForm } from './mend-form';

type MendPanelProps = {
  record: RefusedRecord;
  text: string;
  /** The rule the list was narrowed to. */
  rule: string | null;
  /** Where to go on when the record is set aside. */
  backHref: string;
};

/** The way to mend a refused record that waits. One that was too long to be kept beside its problem is mended in the file only. */
export function MendPanel({ record, text, rule, backHref }: MendPanelProps) {
  const t = useTranslations('quarantine.record');
  const fieldName = useFieldName();
  const { submissionId, recordNumber } = record;
  const discarding = { submissionId, recordNumber, backHref };
  if (isCut(record.problems))
    return (
      <Panel title={t('mend')} description={t('mendInFile')}>
        <DiscardButton {...discarding} />
      </Panel>
    );
  const found = fieldsOfText({ ...record, text }, record.problems);
  const errors = record.problems.filter(({ severity }) => severity === 'error');
  return (
    <MendForm
      {...discarding}
      rule={rule}
      columns={record.format === 'csv' ? record.header : null}
      text={text}
      fields={
        found?.fields.map(({ key, pointer, name, value }) => ({ key, label: fieldName(pointer), name, value })) ?? null
      }
      problems={toldProblems({ ...record, text, problems: errors })}
    />
  );
}
