import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { PassedOnRow } from '@/db/queries/clearance/list-passed-on';
import type { SkipReason } from '@/lib/clearance/reasons';

/** What officers passed on to colleagues and why; nothing where nobody did. */
export function PassedOnPanel({ rows, now }: { rows: readonly PassedOnRow[]; now: string }) {
  const t = useTranslations('supervision');
  const tReason = useTranslations('clearance.skipReason');
  if (rows.length === 0) return null;
  return (
    <Panel id="passed-on" title={t('passedOn.title')} description={t('passedOn.text')} flush>
      <DataTable
        caption={t('passedOn.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.consignmentId}
        columns={[
          {
            key: 'consignment',
            header: t('claims.consignment'),
            rowHeader: true,
            cell: ({ consignmentId, reference }) => (
              <TextLink href={routes.consignment(consignmentId, { from: routes.supervision() })} data>
                {reference}
              </TextLink>
            ),
          },
          { key: 'lane', header: t('claims.lane'), cell: ({ lane }) => <LaneBadge lane={lane} /> },
          {
            key: 'timeLeft',
            header: t('claims.timeLeft'),
            cell: ({ actByAt }) => <Countdown dueAt={actByAt} now={now} />,
          },
          {
            key: 'reason',
            header: t('passedOn.reason'),
            className: 'min-w-40',
            cell: ({ reason, note }) => (
              <>
                {tReason.has(reason as SkipReason) ? tReason(reason as SkipReason) : reason}
                {note ? (
                  <bdi className="block text-muted text-xs" translate="no">
                    {note}
                  </bdi>
                ) : null}
              </>
            ),
          },
          { key: 'by', header: t('passedOn.by'), cell: ({ byName }) => <bdi translate="no">{byName}</bdi> },
          { key: 'at', header: t('passedOn.at'), cell: ({ at }) => <DateTime at={at} /> },
          {
            key: 'officers',
            header: t('passedOn.officers'),
            numeric: true,
            cell: ({ officers }) => <Count value={officers} />,
          },
        ]}
      />
    </Panel>
  );
}
