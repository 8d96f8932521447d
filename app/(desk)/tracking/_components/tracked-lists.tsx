import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { OpenQuestion, TrackedRow } from '@/db/queries/consignment/list-tracked';
import type { ToldStatus } from '@/lib/clearance/told-status';

const TONES = {
  released: 'success',
  under_control: 'info',
  seized: 'danger',
  detained: 'warning',
  refused: 'danger',
  returned: 'neutral',
  re_exported: 'neutral',
  abandoned: 'neutral',
  destroyed: 'danger',
  withdrawn: 'neutral',
  awaiting_payment: 'warning',
} as const satisfies Record<ToldStatus, Tone>;

/** Where a consignment stands, in the words of a partner. */
export function ToldBadge({ status, mayChangeUntil = null }: { status: ToldStatus; mayChangeUntil?: string | null }) {
  const t = useTranslations('tracking');
  const locale = useLocale();
  const word = t(`status.${status}`);
  if (mayChangeUntil === null) return <Badge tone={TONES[status]}>{word}</Badge>;
  return (
    <Badge tone="info">
      {t('mayChange', { status: word, until: formatInstant(locale, new Date(mayChangeUntil), 'time') })}
    </Badge>
  );
}

/** Opening a consignment tells its decision, so nothing is fetched ahead of the click. */
function ReferenceLink({ reference }: { reference: string }) {
  return (
    <TextLink href={routes.trackedConsignment(reference)} prefetch={false} data>
      {reference}
    </TextLink>
  );
}

/** Questions of customs without an answer, the most urgent first. */
export function QuestionsPanel({ questions, now }: { questions: readonly OpenQuestion[]; now: string }) {
  const t = useTranslations('tracking');
  const tClearance = useTranslations('clearance');
  return (
    <Panel id="questions" title={t('toAnswer')} flush>
      <DataTable
        caption={t('toAnswer')}
        captionHidden
        rows={questions}
        rowKey={(row) => row.referralId}
        columns={[
          {
            key: 'reference',
            header: t('reference'),
            rowHeader: true,
            cell: (row) => <ReferenceLink reference={row.reference} />,
          },
          { key: 'type', header: t('questions'), cell: (row) => tClearance(`referralType.${row.type}`) },
          { key: 'due', header: t('dueIn'), cell: (row) => <Countdown dueAt={row.dueAt} now={now} /> },
        ]}
      />
    </Panel>
  );
}

/** The partner's consignments, last sent first. */
export function TrackedTable({ rows }: { rows: readonly TrackedRow[] }) {
  const t = useTranslations('tracking');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.consignmentId}
      columns={[
        {
          key: 'reference',
          header: t('reference'),
          rowHeader: true,
          cell: (row) => <ReferenceLink reference={row.reference} />,
        },
        {
          key: 'status',
          header: t('standing'),
          cell: (row) => <ToldBadge status={row.status} mayChangeUntil={row.mayChangeUntil} />,
        },
        {
          key: 'waiting',
          header: t('waiting'),
          cell: (row) => (
            <span className="flex flex-wrap gap-1.5">
              {row.openReferrals > 0 ? (
                <Badge tone="accent">{t('question', { count: row.openReferrals })}</Badge>
              ) : null}
              {row.openHolds > 0 ? <Badge tone="warning">{t('hold', { count: row.openHolds })}</Badge> : null}
            </span>
          ),
        },
        { key: 'arrival', header: t('arrival'), cell: (row) => <DateTime at={row.expectedArrivalAt} /> },
        { key: 'sent', header: t('sentOn'), cell: (row) => <DateTime at={row.sentAt} /> },
      ]}
    />
  );
}
