import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { FilterForm } from '@/components/forms/filter-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { SelectField, TextField } from '@/components/ui/field';
import { AGENCY_REVEAL_REASONS, REVEAL_REASONS } from '@/lib/clearance/reasons';
import type { LookFilter } from '@/lib/privacy/look-filter';

const REASONS = [...new Set([...REVEAL_REASONS, ...AGENCY_REVEAL_REASONS])];

/** Narrows the looks: a plain form whose fields become the address. */
export async function LookFilterForm({ filter }: { filter: LookFilter }) {
  const [t, reason] = await Promise.all([getTranslations('privacy.looks'), getTranslations('clearance.revealReason')]);
  return (
    <FilterForm
      action={routes.personalLooks()}
      aria-label={t('filter')}
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-[repeat(5,minmax(0,1fr))_auto]"
    >
      <TextField name="who" label={t('who')} defaultValue={filter.who ?? ''} maxLength={100} />
      <TextField name="reference" label={t('reference')} defaultValue={filter.reference ?? ''} maxLength={70} />
      <SelectField
        name="why"
        label={t('why')}
        prompt={t('anyReason')}
        defaultValue={filter.why ?? ''}
        options={REASONS.map((code) => ({ value: code, label: reason(code) }))}
      />
      <TextField name="from" type="date" label={t('from')} defaultValue={filter.from ?? ''} />
      <TextField name="to" type="date" label={t('to')} defaultValue={filter.to ?? ''} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
        <ButtonLink href={routes.personalLooks()} variant="ghost">
          {t('clear')}
        </ButtonLink>
      </div>
    </FilterForm>
  );
}
