import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { FilterForm } from '@/components/forms/filter-form';
import { PlaceHold } from '@/components/privacy/hold-acts';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import type { ToHold } from '@/db/queries/privacy/find-to-hold';
import { placeLegalHoldAction } from '../../actions';

type FindToHoldProps = { wanted: string /** Null before anything was looked for. */; found: readonly ToHold[] | null };

/** Finds consignments by their reference, to place a legal hold on one. */
export function FindToHold({ wanted, found }: FindToHoldProps) {
  const t = useTranslations('privacy.holds');
  return (
    <Panel title={t('find')}>
      <div className="flex flex-col gap-3">
        <FilterForm action={routes.legalHolds()} aria-label={t('find')} className="flex flex-wrap items-end gap-2">
          <TextField name="reference" label={t('reference')} defaultValue={wanted} maxLength={35} autoComplete="off" />
          <Button type="submit">{t('search')}</Button>
        </FilterForm>
        {found?.length === 0 ? <p className="text-muted text-sm">{t('notFound')}</p> : null}
        {found && found.length > 0 ? (
          <DataTable
            caption={t('foundTitle')}
            rows={found}
            rowKey={({ consignmentId }) => consignmentId}
            columns={[
              {
                key: 'reference',
                header: t('reference'),
                rowHeader: true,
                cell: ({ reference }) => <span translate="no">{reference}</span>,
              },
              {
                key: 'partner',
                header: t('partner'),
                cell: ({ partnerName }) => <span translate="no">{partnerName}</span>,
              },
              {
                key: 'received',
                header: t('received'),
                cell: ({ receivedOn }) => <DateTime at={`${receivedOn}T00:00:00Z`} show="date" />,
              },
              { key: 'office', header: t('office'), cell: ({ officeId }) => <span translate="no">{officeId}</span> },
              {
                key: 'act',
                header: t('act'),
                cell: ({ consignmentId, reference }) => (
                  <PlaceHold consignmentId={consignmentId} reference={reference} action={placeLegalHoldAction} />
                ),
              },
            ]}
          />
        ) : null}
      </div>
    </Panel>
  );
}
