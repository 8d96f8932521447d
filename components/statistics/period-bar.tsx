import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { TabLinks } from '@/components/ui/tabs';
import type { Resolved, StatisticsFilter, UnfitDays } from '@/lib/statistics/filter';
import { PERIOD_PRESETS, type PeriodPreset } from '@/lib/statistics/period';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';

type PeriodBarProps = {
  filter: StatisticsFilter;
  resolved: Resolved;
  /** Where the forms lead: the page itself. */
  action: string;
  offices: readonly { id: string; name: string }[];
  unfit: UnfitDays | null;
  presetHref: (preset: PeriodPreset) => string;
};

/** Days and office as plain forms: they work without script, and the address is the state. */
export function PeriodBar({ filter, resolved, action, offices, unfit, presetHref }: PeriodBarProps) {
  const t = useTranslations('statistics.filter');
  const tPeriod = useTranslations('statistics.period');
  const tOwn = useTranslations('yields.filter');
  const tabs = PERIOD_PRESETS.map((preset) => ({
    href: presetHref(preset),
    label: tPeriod(preset),
    current: filter.period === preset,
  }));
  return (
    <div className="flex flex-col gap-3" data-print="hide">
      <TabLinks label={t('periods')} tabs={tabs} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {offices.length > 1 ? (
          <form method="get" action={action} className="flex flex-wrap items-end gap-3" aria-label={t('title')}>
            <Kept filter={filter} omit={['office']} />
            <SelectField
              name="office"
              id="yields-office"
              label={tOwn('office')}
              defaultValue={filter.office.length === 1 ? filter.office[0] : ''}
              prompt={
                filter.office.length > 1 ? tOwn('someOffices', { count: filter.office.length }) : tOwn('allOffices')
              }
              options={offices.map(({ id, name }) => ({ value: id, label: `${id} ${name}`, isData: true }))}
              // Names of offices are data.
              translate="no"
            />
            <Button type="submit">{tOwn('apply')}</Button>
          </form>
        ) : null}
        <form method="get" action={action} className="flex flex-wrap items-end gap-3" aria-label={t('days')}>
          <Kept filter={filter} omit={['period', 'from', 'to']} />
          <TextField
            name="from"
            id="yields-from"
            label={t('from')}
            type="date"
            defaultValue={unfit?.from ?? resolved.period.from}
            required
          />
          <TextField
            name="to"
            id="yields-to"
            label={t('to')}
            type="date"
            defaultValue={unfit?.to ?? resolved.period.to}
            error={unfit ? t(`unfit.${unfit.fault}`, { years: 3 }) : undefined}
            className="max-w-64"
            required
          />
          <Button type="submit">{t('show')}</Button>
        </form>
      </div>
    </div>
  );
}

/** What a form does not ask stays as it is. */
function Kept({ filter, omit }: { filter: StatisticsFilter; omit: readonly string[] }) {
  return Object.entries(yieldFilterParams(filter))
    .filter(([name]) => !omit.includes(name))
    .flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    );
}
