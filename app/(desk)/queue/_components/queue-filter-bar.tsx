import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { FilterForm } from '@/components/forms/filter-form';
import { Button } from '@/components/ui/button';
import { FilterChip, FilterChips } from '@/components/ui/chip';
import { SelectField, TextField } from '@/components/ui/field';
import { QUEUE_SCORES, type QueueFacets } from '@/lib/clearance/queue-facets';
import { EMPTY_QUEUE_FILTER, type QueueFilter, queueFilterParams } from '@/lib/clearance/queue-filter';
import { CHANNELS, LANES } from '@/lib/consignment/codes';

type QueueFilterBarProps = { filter: QueueFilter; facets: QueueFacets; children: ReactNode };

/** The filter as a plain form, each choice with what it would find: it works without script, and the address is the state. */
export function QueueFilterBar({ filter, facets, children }: QueueFilterBarProps) {
  const t = useTranslations('queue');
  const tClearance = useTranslations('clearance');
  const tRisk = useTranslations('risk');
  const counted = (label: string, count: number) =>
    t('filter.counted', { label, count, whole: String(facets.isWhole) });
  const without = (change: Partial<QueueFilter>) => routes.queue(queueFilterParams({ ...filter, ...change }));
  const chips = [
    ...filter.lane.map((lane) => ({
      key: `lane-${lane}`,
      label: t('filter.lane'),
      value: tClearance(`lane.${lane}`),
      removeHref: without({ lane: filter.lane.filter((other) => other !== lane) }),
    })),
    ...filter.channel.map((channel) => ({
      key: `channel-${channel}`,
      label: t('filter.channel'),
      value: t(`channel.${channel}`),
      removeHref: without({ channel: filter.channel.filter((other) => other !== channel) }),
    })),
    ...(filter.minScore === null
      ? []
      : [
          {
            key: 'score',
            label: t('filter.minScore'),
            value: String(filter.minScore),
            removeHref: without({ minScore: null }),
          },
        ]),
    ...(filter.text === null
      ? []
      : [{ key: 'text', label: t('filter.text'), value: filter.text, removeHref: without({ text: null }) }]),
    ...(filter.indicator === null
      ? []
      : [
          {
            key: 'indicator',
            label: t('filter.indicator'),
            value: tRisk(`indicator.${filter.indicator}.title`),
            removeHref: without({ indicator: null }),
          },
        ]),
    ...(filter.updated
      ? [
          {
            key: 'updated',
            label: t('filter.updated'),
            value: t('filter.yes'),
            removeHref: without({ updated: false }),
          },
        ]
      : []),
  ];
  const cleared = queueFilterParams({ ...EMPTY_QUEUE_FILTER, tab: filter.tab, officeId: filter.officeId });
  return (
    <div className="flex flex-col gap-3 py-3">
      <FilterForm action={routes.queue()} className="flex flex-wrap items-end gap-3" aria-label={t('filter.title')}>
        {filter.tab === 'new' ? null : <input type="hidden" name="tab" value={filter.tab} />}
        {filter.officeId ? <input type="hidden" name="office" value={filter.officeId} /> : null}
        <TextField
          name="q"
          id="queue-search"
          label={t('filter.search')}
          defaultValue={filter.text ?? ''}
          type="search"
          className="w-56"
        />
        <SelectField
          name="lane"
          id="queue-lane"
          label={t('filter.lane')}
          defaultValue={filter.lane.length === 1 ? filter.lane[0] : ''}
          prompt={t('filter.any')}
          options={LANES.map((lane) => ({
            value: lane,
            label: counted(tClearance(`lane.${lane}`), facets.lane[lane]),
          }))}
        />
        <SelectField
          name="channel"
          label={t('filter.channel')}
          defaultValue={filter.channel.length === 1 ? filter.channel[0] : ''}
          prompt={t('filter.any')}
          options={CHANNELS.map((channel) => ({
            value: channel,
            label: counted(t(`channel.${channel}`), facets.channel[channel]),
          }))}
        />
        <SelectField
          name="score"
          label={t('filter.minScore')}
          defaultValue={filter.minScore === null ? '' : String(filter.minScore)}
          prompt={t('filter.any')}
          options={QUEUE_SCORES.map(String).map((score) => ({
            value: score,
            label: counted(score, facets.score[score] ?? 0),
          }))}
        />
        <Button type="submit">{t('filter.apply')}</Button>
      </FilterForm>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">
        {chips.length > 0 ? (
          <FilterChips clearHref={routes.queue(cleared)}>
            {chips.map(({ key, ...chip }) => (
              <FilterChip key={key} {...chip} />
            ))}
          </FilterChips>
        ) : null}
        {children}
      </div>
    </div>
  );
}
