import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, SelectField, TextField } from '@/components/ui/field';
import { type TabLink, TabLinks } from '@/components/ui/tabs';
import { CHANNELS, LANES } from '@/lib/consignment/codes';
import type { Resolved, StatisticsFilter, UnfitDays } from '@/lib/statistics/filter';
import { COMPARISONS, GRAINS, PERIOD_PRESETS, PERIOD_YEARS_MAX, type PeriodPreset } from '@/lib/statistics/period';
import { CarriedChoices } from './carried-choices';

type Params = Readonly<Record<string, string | readonly string[]>>;

type FilterBarProps = {
  filter: StatisticsFilter;
  resolved: Resolved;
  /** Where the forms lead: the page itself. */
  action: string;
  offices: readonly { id: string; name: string }[];
  unfit: UnfitDays | null;
  /** Everything the address says: what a form does not ask stays as it is. */
  params: Params;
  presetHref: (preset: PeriodPreset) => string;
};

/** Period, comparison and the commonest filters as plain forms: they work without script, and the address is the state. */
export function FilterBar({ filter, resolved, action, offices, unfit, params, presetHref }: FilterBarProps) {
  const t = useTranslations('statistics.filter');
  const tAll = useTranslations('statistics');
  const tabs: TabLink[] = PERIOD_PRESETS.map((preset) => ({
    href: presetHref(preset),
    label: tAll(`period.${preset}`),
    current: filter.period === preset,
  }));
  // A choice of several members cannot stand in a select: it stays as it is, and its chips take it apart.
  const single = (['office', 'channel', 'lane'] as const).filter((name) => filter[name].length < 2);
  const select = (name: 'office' | 'channel' | 'lane', options: Option[]) =>
    single.includes(name) ? (
      <SelectField
        name={name}
        id={`statistics-${name}`}
        label={tAll(`dimension.${name}`)}
        defaultValue={filter[name][0] ?? ''}
        prompt={t('any')}
        options={options}
        // Names of offices are data; the words of the other lists are the catalogue's.
        translate={name === 'office' ? 'no' : undefined}
      />
    ) : null;
  return (
    <div className="flex flex-col gap-3" data-print="hide">
      <CarriedChoices />
      <TabLinks label={t('periods')} tabs={tabs} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <form
          method="get"
          action={action}
          className="flex flex-wrap items-end gap-3"
          aria-label={t('title')}
          data-asks=""
        >
          <HiddenParams params={params} omit={['compare', 'grain', ...single]} />
          <SelectField
            name="compare"
            id="statistics-compare"
            label={t('compare')}
            defaultValue={filter.compare}
            options={COMPARISONS.map((value) => ({ value, label: tAll(`compare.${value}`) }))}
          />
          <SelectField
            name="grain"
            id="statistics-grain"
            label={t('grain')}
            defaultValue={filter.grain ?? ''}
            prompt={t('auto')}
            options={GRAINS.map((value) => ({ value, label: tAll(`grain.${value}`) }))}
          />
          {offices.length > 1
            ? select(
                'office',
                offices.map(({ id, name }) => ({ value: id, label: `${id} ${name}`, isData: true })),
              )
            : null}
          {select(
            'channel',
            CHANNELS.map((value) => ({ value, label: tAll(`member.channel.${value}`) })),
          )}
          {select(
            'lane',
            LANES.map((value) => ({ value, label: tAll(`member.lane.${value}`) })),
          )}
          <Button type="submit">{t('apply')}</Button>
        </form>
        <form
          method="get"
          action={action}
          className="flex flex-wrap items-end gap-3"
          aria-label={t('days')}
          data-asks=""
        >
          <HiddenParams params={params} omit={['period', 'from', 'to']} />
          <TextField
            name="from"
            id="statistics-from"
            label={t('from')}
            type="date"
            defaultValue={unfit ? (unfit.from ?? '') : resolved.period.from}
            required
          />
          <TextField
            name="to"
            id="statistics-to"
            label={t('to')}
            type="date"
            defaultValue={unfit ? (unfit.to ?? '') : resolved.period.to}
            error={unfit ? t(`unfit.${unfit.fault}`, { years: PERIOD_YEARS_MAX }) : undefined}
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
export function HiddenParams({ params, omit }: { params: Params; omit: readonly string[] }) {
  return Object.entries(params)
    .filter(([name]) => !omit.includes(name))
    .flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    );
}
