import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ToldBadge } from '@/app/(desk)/tracking/_components/tracked-lists';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { LodgedRow } from '@/db/queries/intake/lodged-by';
import type { RecordsPage } from '@/db/queries/intake/records-page';

type LodgedPanelProps = { submissionId: string; page: RecordsPage<LodgedRow>; after: number };

/** The consignments a submission brought data for, each with where it stands and the way to it. */
export function LodgedPanel({ submissionId, page, after }: LodgedPanelProps) {
  const t = useTranslations('submissions.lodged');
  if (page.rows.length === 0 && page.next === null && after === 0) return null;
  return (
    <Panel id="consignments" title={t('title')} description={t('text')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={page.rows}
        rowKey={(row) => row.consignmentId}
        empty={<p className="px-3 py-2 text-muted text-sm">{t('none')}</p>}
        columns={[
          {
            key: 'reference',
            header: t('reference'),
            rowHeader: true,
            cell: (row) => (
              <Way row={row} from={routes.submission(submissionId, { lodged: after > 0 ? after : null })} />
            ),
          },
          { key: 'standing', header: t('standing'), cell: (row) => <Standing standing={row.standing} /> },
          { key: 'office', header: t('office'), cell: (row) => <span translate="no">{row.officeName}</span> },
          { key: 'version', header: t('version'), numeric: true, cell: (row) => row.version },
          { key: 'record', header: t('record'), numeric: true, cell: (row) => row.recordNumber },
        ]}
      />
      <Pagination
        previousHref={after > 0 ? `${routes.submission(submissionId)}#consignments` : undefined}
        nextHref={
          page.next === null ? undefined : `${routes.submission(submissionId, { lodged: page.next })}#consignments`
        }
      />
    </Panel>
  );
}

/** The page of the consignment: that of the desk, or of the sender, whose look makes a decision final and so is not fetched ahead. */
function Way({ row: { standing, consignmentId, reference }, from }: { row: LodgedRow; from: string }) {
  const isSender = standing.of === 'sender';
  return (
    <TextLink
      href={isSender ? routes.trackedConsignment(reference) : routes.consignment(consignmentId, { from })}
      prefetch={isSender ? false : undefined}
      data
    >
      {reference}
    </TextLink>
  );
}

function Standing({ standing }: { standing: LodgedRow['standing'] }) {
  const t = useTranslations('clearance.status');
  if (standing.of === 'sender') return <ToldBadge status={standing.status} mayChangeUntil={standing.mayChangeUntil} />;
  return <Badge tone="neutral">{t(standing.status)}</Badge>;
}
