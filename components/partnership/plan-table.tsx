import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import type { PlannedAction } from '@/db/queries/partnership/get-resolution';
import { usePlaceName } from './place-name';

const TONES = { open: 'info', done: 'success', dropped: 'neutral' } as const;

/** The action plan, what is open first, by date. */
export function PlanTable({
  plan,
  actOf,
}: {
  plan: readonly PlannedAction[];
  actOf?: (action: PlannedAction) => ReactNode;
}) {
  const t = useTranslations('partnership.resolution');
  const placeName = usePlaceName();
  return (
    <DataTable
      caption={t('plan')}
      captionHidden
      rows={plan}
      rowKey={({ actionId }) => actionId}
      empty={
        <State kind="empty" title={t('empty')}>
          {t('emptyText')}
        </State>
      }
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          rowHeader: true,
          className: 'min-w-48',
          cell: ({ title, note }) => (
            <>
              <span translate="no">{title}</span>
              {note ? (
                <span className="block font-normal text-muted text-xs" translate="no">
                  {note}
                </span>
              ) : null}
            </>
          ),
        },
        { key: 'place', header: t('column.place'), className: 'min-w-40', cell: ({ place }) => placeName(place) },
        { key: 'owner', header: t('column.owner'), cell: ({ ownerName }) => <span translate="no">{ownerName}</span> },
        {
          key: 'due',
          header: t('column.due'),
          className: 'whitespace-nowrap',
          cell: ({ dueOn, isOverdue }) => (
            <span className="flex items-center gap-2">
              <DateTime at={dueOn} show="date" />
              {isOverdue ? <Badge tone="danger">{t('overdue')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
        },
        {
          key: 'changed',
          header: t('column.changed'),
          cell: ({ changedAt, changedByName }) => (
            <>
              <span translate="no">{changedByName}</span>, <DateTime at={changedAt} />
            </>
          ),
        },
        ...(actOf ? [{ key: 'action', header: t('column.action'), cell: actOf }] : []),
      ]}
    />
  );
}
