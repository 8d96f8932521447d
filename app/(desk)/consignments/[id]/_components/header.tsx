import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SnoozeLabel } from '@/components/consignment/snooze-label';
import { PageHeader } from '@/components/shell/page-header';
import { Badge, type Tone } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { ScoreBadge } from '@/components/ui/score-badge';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { pausedBy } from '@/lib/clearance/paused-clock';
import { isOpen as isOpenStatus, type Status } from '@/lib/clearance/transitions';
import { AlsoHere } from './also-here';

const TONES = {
  selected: 'accent',
  examination: 'accent',
  awaiting_second: 'accent',
  awaiting_payment: 'warning',
  detained: 'warning',
  refused: 'warning',
  released: 'success',
  seized: 'danger',
  returned: 'neutral',
  re_exported: 'neutral',
  abandoned: 'neutral',
  destroyed: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<Status, Tone>;

type HeaderProps = {
  detail: ConsignmentDetail;
  /** The list it was opened from, or the way through the queue. */
  back?: { href: string; label: ReactNode };
  way: ReactNode;
  now: string;
  /** Whether its reader is one of those who tell each other what they look at. */
  isWorkedHere: boolean;
};

/** What this is, where it stands and how long there is left to act. */
export function Header({ detail, back, way, now, isWorkedHere }: HeaderProps) {
  const t = useTranslations('consignment.header');
  const tClearance = useTranslations('clearance');
  const { row, declared, officeName } = detail;
  const isOpen = isOpenStatus(row.status);
  const paused = pausedBy(row);
  const transport = declared.s10Id ?? declared.houseRef;
  return (
    <PageHeader
      back={back}
      way={way}
      title={
        <span className="inline-flex items-center gap-1 font-mono" translate="no">
          {row.reference}
          <CopyButton text={row.reference} label={t('copy')} />
          {isWorkedHere ? <AlsoHere key={row.consignmentId} consignmentId={row.consignmentId} /> : null}
        </span>
      }
      meta={
        <>
          <LaneBadge lane={row.laneEffective} />
          <ScoreBadge score={row.score} />
          {isOpen ? (
            <span className="inline-flex items-center gap-1 px-1 text-sm">
              <span className="text-muted">{t('timeLeft')}</span>{' '}
              {paused ? t('withPartner') : <Countdown dueAt={row.actByAt} now={now} />}
            </span>
          ) : null}
          <Badge tone={TONES[row.status]}>{tClearance(`status.${row.status}`)}</Badge>
          {row.proposedKind ? <Badge>{tClearance(`decisionKind.${row.proposedKind}`)}</Badge> : null}
          {row.isUpdated && declared.version > 1 ? (
            <Badge tone="warning">{t('updated', { version: declared.version })}</Badge>
          ) : null}
          {row.answered ? (
            <Badge tone="success">
              {t(`${row.answeredBy === 'agency' ? 'agencyAnswered' : 'answered'}.${row.answered}`)}
            </Badge>
          ) : null}
          {row.transferredFrom ? <Badge tone="info">{t('transferred', { office: row.transferredFrom })}</Badge> : null}
          {row.isReturned ? <Badge>{t('returned')}</Badge> : null}
          {row.snooze ? (
            <Badge tone={row.snooze.isOver ? 'warning' : 'info'}>
              {tClearance(`putOff.${row.snooze.isOver ? 'over' : 'now'}`)}
            </Badge>
          ) : null}
          {row.openHolds > 0 ? <Badge tone="warning">{t('holds', { count: row.openHolds })}</Badge> : null}
          {row.openReferrals > 0 ? <Badge tone="info">{t('referrals', { count: row.openReferrals })}</Badge> : null}
        </>
      }
      lead={
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {transport ? (
            <span>
              {t(declared.s10Id ? 's10' : 'house')}{' '}
              <span translate="no" className="font-mono text-ink">
                {transport}
              </span>
            </span>
          ) : null}
          <span>
            {t('office')} <bdi translate="no">{officeName}</bdi>
          </span>
          <span>
            {t('received')} <DateTime at={row.receivedAt} />
          </span>
          {row.snooze ? (
            <span>
              <SnoozeLabel snooze={row.snooze} />
            </span>
          ) : null}
        </span>
      }
    />
  );
}
