import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Percent } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { SimulationRow } from '@/db/queries/simulation/list-simulations';
import type { SimulationState } from '@/lib/simulation/states';

const TONES: Readonly<Record<SimulationState, Tone>> = {
  draft: 'neutral',
  waiting: 'info',
  running: 'info',
  done: 'success',
  cancelled: 'neutral',
  failed: 'danger',
};

/** Where a simulation stands. */
export function SimulationBadge({ state }: { state: SimulationState }) {
  const t = useTranslations('simulation.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

/** The simulations, with a tick to see some of those that are done side by side. */
export function SimulationTable({ rows }: { rows: readonly SimulationRow[] }) {
  const t = useTranslations('simulation');
  const changesOf = ({ parameters, slots, profiles, indicators }: SimulationRow) =>
    [
      parameters > 0 ? t('changes.parameters', { count: parameters }) : null,
      indicators > 0 ? t('changes.indicators', { count: indicators }) : null,
      slots > 0 ? t('changes.slots', { count: slots }) : null,
      profiles > 0 ? t('changes.profiles', { count: profiles }) : null,
    ]
      .filter((one) => one !== null)
      .join(', ') || t('changes.none');
  const done = rows.filter(({ state }) => state === 'done').length;
  return (
    <form action={routes.compareSimulations()} method="get">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...(done > 1
            ? [
                {
                  key: 'pick',
                  header: t('column.pick'),
                  cell: ({ id, title, state }: SimulationRow) =>
                    state === 'done' ? (
                      <label className="flex min-h-target min-w-target items-center">
                        <input type="checkbox" name="id" value={id} className="size-4" />
                        <span className="sr-only">{t('column.pickOne', { title })}</span>
                      </label>
                    ) : null,
                },
              ]
            : []),
          {
            key: 'title',
            header: t('column.title'),
            rowHeader: true,
            cell: ({ id, title }) => (
              <TextLink href={routes.simulation(id)}>
                <bdi translate="no">{title}</bdi>
              </TextLink>
            ),
          },
          {
            key: 'period',
            header: t('column.period'),
            className: 'whitespace-nowrap',
            cell: ({ fromOn, toOn }) => (
              <>
                <DateTime at={`${fromOn}T00:00:00Z`} show="date" /> – <DateTime at={`${toOn}T00:00:00Z`} show="date" />
              </>
            ),
          },
          { key: 'changes', header: t('column.changes'), cell: changesOf },
          {
            key: 'state',
            header: t('column.state'),
            cell: ({ state, progress }) => (
              <span className="flex items-center gap-2">
                <SimulationBadge state={state} />
                {state === 'running' ? <Percent ratio={progress} digits={0} /> : null}
              </span>
            ),
          },
          {
            key: 'author',
            header: t('column.author'),
            cell: ({ createdByName }) => <bdi translate="no">{createdByName}</bdi>,
          },
          {
            key: 'made',
            header: t('column.made'),
            className: 'whitespace-nowrap',
            cell: ({ createdAt }) => <DateTime at={createdAt} />,
          },
        ]}
      />
      {done > 1 ? (
        <p
          className="flex flex-wrap items-center gap-3 border-line border-t px-3 py-2 text-muted text-sm"
          data-print="hide"
        >
          {t('comparePick')}
          <Button type="submit">{t('compare')}</Button>
        </p>
      ) : null}
    </form>
  );
}
