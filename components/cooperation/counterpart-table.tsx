import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { CounterpartRow } from '@/db/queries/cooperation/list-counterparts';
import { COUNTERPART_TONES } from './tones';

/** Where a counterpart stands today: an approved one may be out of its period. */
export const standingOf = ({ state, isInForce }: Pick<CounterpartRow, 'state' | 'isInForce'>) =>
  state === 'approved' && !isInForce ? ('over' as const) : state;

/** Administrations that packages are exchanged with. */
export function CounterpartTable({
  rows,
  hrefOf,
}: {
  rows: readonly CounterpartRow[];
  hrefOf: (id: string) => string;
}) {
  const t = useTranslations('cooperation');
  return (
    <DataTable
      caption={t('counterparts.title')}
      captionHidden
      rows={rows}
      rowKey={({ counterpartId }) => counterpartId}
      empty={
        <State kind="empty" title={t('counterparts.none')}>
          {t('counterparts.noneText')}
        </State>
      }
      columns={[
        {
          key: 'name',
          header: t('counterparts.column.name'),
          rowHeader: true,
          className: 'min-w-40',
          cell: ({ counterpartId, code, name }) => (
            <TextLink href={hrefOf(counterpartId)} translate="no">
              {code} – {name}
            </TextLink>
          ),
        },
        {
          key: 'basis',
          header: t('counterparts.column.basis'),
          className: 'min-w-40',
          cell: ({ legalBasis }) => <span translate="no">{legalBasis}</span>,
        },
        {
          key: 'period',
          header: t('counterparts.column.period'),
          cell: ({ validFrom, validTo }) =>
            t.rich('counterparts.period', {
              from: () => <DateTime at={validFrom} show="date" />,
              to: () => <DateTime at={validTo} show="date" />,
            }),
        },
        {
          key: 'state',
          header: t('counterparts.column.state'),
          cell: (row) => (
            <Badge tone={COUNTERPART_TONES[standingOf(row)]}>{t(`state.counterpart.${standingOf(row)}`)}</Badge>
          ),
        },
      ]}
    />
  );
}
