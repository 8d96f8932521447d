import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { FilterForm } from '@/components/forms/filter-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import type { Dataset } from '@/lib/publication/datasets';

type ChooseVintageProps = { dataset: Dataset; months: readonly string[]; words: PublishedWords };

/** Asks for another month, and for what was known of it on a day. Works without script. */
export function ChooseVintage({ dataset, months, words }: ChooseVintageProps) {
  const t = useTranslations('publication.site');
  return (
    <Panel title={t('choose')}>
      <FilterForm action={routes.publishedDataset(dataset)} className="flex flex-col gap-3">
        <SelectField
          name="month"
          label={t('chooseMonth')}
          prompt={t('latestMonth')}
          defaultValue=""
          options={months.map((month) => ({ value: month, label: words.month(month) }))}
        />
        <TextField name="on" type="date" label={t('publishedOn')} hint={t('publishedOnHint')} />
        <div>
          <Button type="submit">{t('show')}</Button>
        </div>
      </FilterForm>
    </Panel>
  );
}
