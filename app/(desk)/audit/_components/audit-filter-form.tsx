import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { FilterForm } from '@/components/forms/filter-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { SelectField, TextField } from '@/components/ui/field';
import { AUDIT_ACTIONS } from '@/lib/audit/actions';
import { AUDIT_SUBJECTS } from '@/lib/audit/subjects';
import { type AuditFilter, isReversed } from '@/lib/audit/filter';

/** The filter of the audit log: a plain form whose fields become the address, so that a view can be sent to a colleague. */
export async function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations('audit');
  return (
    <FilterForm
      action={routes.audit()}
      aria-label={t('filter.title')}
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4 2xl:grid-cols-[repeat(6,minmax(0,1fr))_auto]"
    >
      {filter.actorId ? <input type="hidden" name="actorId" value={filter.actorId} /> : null}
      <TextField name="actor" label={t('filter.actor')} defaultValue={filter.actor} maxLength={100} />
      <SelectField
        name="action"
        label={t('filter.action')}
        prompt={t('filter.anyAction')}
        defaultValue={filter.action ?? ''}
        options={AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`action.${action}`) }))}
      />
      <SelectField
        name="subject"
        label={t('filter.subject')}
        prompt={t('filter.anySubject')}
        defaultValue={filter.subject ?? ''}
        options={AUDIT_SUBJECTS.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
      />
      <TextField name="subjectId" label={t('filter.subjectId')} defaultValue={filter.subjectId} maxLength={200} />
      <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from} />
      <TextField
        name="to"
        type="date"
        label={t('filter.to')}
        defaultValue={filter.to}
        error={isReversed(filter) ? t('filter.reversed') : undefined}
      />
      <div className="flex flex-wrap gap-2 lg:col-span-2 2xl:col-span-1">
        <Button type="submit" variant="primary">
          {t('filter.apply')}
        </Button>
        <ButtonLink href={routes.audit()} variant="ghost">
          {t('filter.clear')}
        </ButtonLink>
      </div>
    </FilterForm>
  );
}
