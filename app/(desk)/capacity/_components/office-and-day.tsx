import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { CapacityOverview } from '@/db/queries/capacity/get-capacity';

/** Which office and day are shown, as a plain form: the address is the state. */
export function OfficeAndDay({ capacity }: { capacity: CapacityOverview }) {
  const t = useTranslations('capacity.show');
  return (
    <form method="get" action={routes.capacity()} className="flex flex-wrap items-end gap-3" aria-label={t('title')}>
      <SelectField
        name="office"
        label={t('office')}
        defaultValue={capacity.officeId}
        options={capacity.offices.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
      />
      <TextField name="day" type="date" label={t('day')} defaultValue={capacity.day} />
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}
