import { useTranslations } from 'next-intl';
import { FilterForm } from '@/components/forms/filter-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';

/** Asks for what was known on a day. Works without script. */
export function PublishedDay({ action, day }: { action: string; day: string | undefined }) {
  const t = useTranslations('publication.site');
  return (
    <Panel title={t('chooseDay')}>
      <FilterForm action={action} className="flex flex-col gap-3">
        <TextField name="on" type="date" label={t('publishedOn')} hint={t('publishedOnHint')} defaultValue={day} />
        <div>
          <Button type="submit">{t('show')}</Button>
        </div>
      </FilterForm>
    </Panel>
  );
}
