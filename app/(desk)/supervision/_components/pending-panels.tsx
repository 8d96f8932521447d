import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { OverdueRow, ProposalRow } from '@/db/queries/clearance/list-pending';
import type { BatchLine } from '@/db/queries/clearance/together-batches';
import { BatchLinks } from '../../queue/_components/batch-notice';

/** Six columns stand in a half of the page. */
const WRAPS = 'whitespace-normal!';

const name = (text: string) => <bdi translate="no">{text}</bdi>;

function ConsignmentLink({ consignmentId, reference }: { consignmentId: string; reference: string }) {
  return (
    <TextLink href={routes.consignment(consignmentId, { from: routes.supervision() })} data>
      {reference}
    </TextLink>
  );
}

/** What is proposed, oldest first; each leads to the consignment, where another officer confirms or rejects it. */
export function ProposalsPanel({ proposals }: { proposals: readonly ProposalRow[] }) {
  const t = useTranslations('supervision');
  const tKind = useTranslations('clearance.decisionKind');
  const empty = (
    <State kind="empty" title={t('second.none')}>
      {t('second.noneText')}
    </State>
  );
  return (
    <Panel id="second" title={t('second.title')} flush={proposals.length > 0}>
      <DataTable
        caption={t('second.title')}
        captionHidden
        rows={proposals}
        rowKey={(row) => row.consignmentId}
        empty={empty}
        columns={[
          {
            key: 'consignment',
            header: t('claims.consignment'),
            rowHeader: true,
            cell: (row) => <ConsignmentLink {...row} />,
          },
          { key: 'what', header: t('second.what'), cell: (row) => tKind(row.kind) },
          { key: 'by', header: t('second.proposedBy'), cell: (row) => name(row.proposedByName) },
          { key: 'at', header: t('second.proposedAt'), cell: (row) => <DateTime at={row.proposedAt} /> },
        ]}
      />
    </Panel>
  );
}

/** Releases together that wait for a second person, and those of the last day; nothing where there are none. */
export function BatchesPanel({ batches }: { batches: readonly BatchLine[] }) {
  const t = useTranslations('queue.batch');
  const waiting = batches.filter(({ state }) => state === 'proposed');
  const lately = batches.filter(({ state }) => state !== 'proposed');
  if (batches.length === 0) return null;
  return (
    <Panel id="together" title={t('panel')}>
      <div className="flex flex-col gap-3 text-sm">
        {waiting.length > 0 ? (
          <div>
            <p className="font-semibold">{t('waiting', { count: waiting.length })}</p>
            <BatchLinks batches={waiting} />
          </div>
        ) : null}
        {lately.length > 0 ? (
          <div>
            <p className="text-muted">{t('lately', { count: lately.length })}</p>
            <BatchLinks batches={lately} />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** Questions to partners whose time has run out, longest overdue first. */
export function OverduePanel({ overdue, now }: { overdue: readonly OverdueRow[]; now: string }) {
  const t = useTranslations('supervision');
  const tClearance = useTranslations('clearance');
  const duration = useDurationText();
  const secondsSince = (at: string) => (Date.parse(now) - Date.parse(at)) / 1000;
  const ages = ({ receivedAt, askedAt }: OverdueRow) =>
    t('questions.ages', { all: duration(secondsSince(receivedAt)), partner: duration(secondsSince(askedAt)) });
  const empty = (
    <State kind="empty" title={t('questions.none')}>
      {t('questions.noneText')}
    </State>
  );
  return (
    <Panel id="overdue" title={t('questions.title')} flush={overdue.length > 0}>
      <DataTable
        caption={t('questions.title')}
        captionHidden
        rows={overdue}
        rowKey={(row) => row.referralId}
        empty={empty}
        columns={[
          {
            key: 'consignment',
            header: t('claims.consignment'),
            rowHeader: true,
            cell: (row) => <ConsignmentLink {...row} />,
          },
          { key: 'partner', header: t('questions.partner'), className: WRAPS, cell: (row) => name(row.partnerName) },
          {
            key: 'type',
            header: t('questions.type'),
            className: WRAPS,
            cell: (row) => tClearance(`referralType.${row.type}`),
          },
          { key: 'by', header: t('questions.askedBy'), className: WRAPS, cell: (row) => name(row.askedByName) },
          { key: 'age', header: t('questions.age'), className: WRAPS, cell: (row) => ages(row) },
          { key: 'due', header: t('questions.due'), cell: (row) => <Countdown dueAt={row.dueAt} now={now} /> },
        ]}
      />
    </Panel>
  );
}
