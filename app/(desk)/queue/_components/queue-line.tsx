import clsx from 'clsx';
import { CirclePause, MessageSquareReply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SnoozeLabel } from '@/components/consignment/snooze-label';
import { ViewerMark } from '@/components/consignment/viewer-mark';
import { Cell, Row, RowHeaderCell } from '@/components/table/table-parts';
import { Badge } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { AmountText } from '@/components/ui/money';
import { ScoreBadge } from '@/components/ui/score-badge';
import { TextLink } from '@/components/ui/text-link';
import { pausedBy } from '@/lib/clearance/paused-clock';
import type { ShownRow } from './queue-list';
import type { Chosen } from './use-chosen';

type QueueLineProps = {
  row: ShownRow;
  now: string;
  selected: boolean;
  isDecided: boolean;
  showsHolder: boolean;
  /** Null where rows are not selected for a common act. */
  chosen: Chosen | null;
  change: 'changed' | 'gone' | null;
  /** Who else has it open. */
  viewers: readonly string[];
  onFocus: () => void;
};

const REASONS_SHOWN = 2;
/** Below 640 px a row is a card: lane, score and time, then the reference, then the goods. */
const CARD = 'max-sm:h-auto max-sm:border-0 max-sm:p-0 max-sm:shadow-none!';

/** One consignment of the queue. */
export function QueueLine(props: QueueLineProps) {
  const { row, now, selected, isDecided, showsHolder, chosen, change, viewers, onFocus } = props;
  const t = useTranslations('queue');
  const tClearance = useTranslations('clearance');
  const holder = row.holder === 'other' ? <span translate="no">{row.claimedByName}</span> : t(`holder.${row.holder}`);
  return (
    <Row
      selected={selected}
      className="max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1.5 max-sm:border-line max-sm:border-b max-sm:px-3 max-sm:py-2 max-sm:data-selected:shadow-[inset_3px_0_0_var(--color-accent)]"
    >
      {chosen ? (
        <Cell className={clsx(CARD, 'w-8 max-sm:w-auto')}>
          <input
            type="checkbox"
            aria-label={t('together.choose', { reference: row.reference })}
            checked={chosen.has(row.consignmentId)}
            onChange={() => chosen.toggle(row.consignmentId)}
            className="size-4 align-middle"
          />
        </Cell>
      ) : null}
      <Cell className={CARD}>
        <LaneBadge lane={row.laneEffective} />
      </Cell>
      <Cell numeric className={CARD}>
        <ScoreBadge score={row.score} wordClass="sm:max-xl:sr-only" />
      </Cell>
      <RowHeaderCell className={clsx(CARD, 'relative max-sm:order-1 max-sm:basis-full')}>
        {/* On the lower edge of the row, out of the flow: what changed under the reader moves nothing. */}
        {change ? (
          <span className="pointer-events-none absolute bottom-0 left-3 z-1 translate-y-1/2 rounded-sm outline outline-warning max-sm:top-0 max-sm:right-6 max-sm:bottom-auto max-sm:left-auto max-sm:translate-y-0">
            <Badge tone="warning">{t(`mark.${change}`)}</Badge>
          </span>
        ) : null}
        <ViewerMark names={viewers} className="absolute top-1/2 -right-2.5 -translate-y-1/2 max-sm:right-0" />
        <span className="flex flex-wrap items-center gap-1.5">
          <TextLink href={row.href} data data-row="" onFocus={onFocus}>
            {row.reference}
          </TextLink>
          {row.isUpdated ? <Badge tone="info">{t('mark.updated')}</Badge> : null}
          {row.answered ? (
            <Badge tone="success" icon={<MessageSquareReply className="size-3.5" aria-hidden="true" />}>
              {t(`mark.${row.answeredBy === 'agency' ? 'agencyAnswered' : 'answered'}.${row.answered}`)}
            </Badge>
          ) : null}
          {row.transferredFrom && !isDecided ? (
            <Badge tone="info">{t('mark.transferred', { office: row.transferredFrom })}</Badge>
          ) : null}
          {row.isReturned ? <Badge tone="warning">{t('mark.returned')}</Badge> : null}
          {row.snooze ? (
            <Badge tone={row.snooze.isOver ? 'warning' : 'info'}>
              {tClearance(`putOff.${row.snooze.isOver ? 'over' : 'now'}`)}
            </Badge>
          ) : null}
          {row.isPassedOn ? <Badge>{t('mark.passedOn')}</Badge> : null}
          {row.openHolds > 0 ? <Badge tone="danger">{t('mark.holds', { count: row.openHolds })}</Badge> : null}
          {row.openReferrals > 0 ? (
            <Badge tone="accent">{t('mark.referrals', { count: row.openReferrals })}</Badge>
          ) : null}
        </span>
        {row.snooze ? (
          <span className="mt-1 block max-w-72 text-muted text-xs">
            <SnoozeLabel snooze={row.snooze} />
          </span>
        ) : null}
        <span className="mt-1 block text-muted text-xs max-sm:hidden xl:hidden" translate="no">
          {row.partnerName}
        </span>
      </RowHeaderCell>
      {isDecided ? (
        <DecisionCells row={row} />
      ) : (
        <Cell className={clsx(CARD, 'max-sm:ml-auto')}>
          <TimeLeft row={row} now={now} />
          {showsHolder ? <span className="block text-muted text-xs max-sm:hidden xl:hidden">{holder}</span> : null}
        </Cell>
      )}
      <Cell className={clsx(CARD, 'max-sm:order-2 max-sm:basis-full sm:max-xl:min-w-40')}>
        <span className="line-clamp-6 max-w-72 max-sm:max-w-none" translate="no">
          {row.headline}
        </span>
        <span className="text-muted text-xs max-sm:hidden">
          {t('items', { count: row.itemCount })}
          {row.dispatchCountry ? <span> {t('from', { country: row.dispatchCountry })}</span> : null}
        </span>
        {isDecided ? null : <Reasons row={row} className="mt-0.5 flex flex-wrap gap-x-2 text-xs xl:hidden" />}
      </Cell>
      {isDecided ? null : (
        <Cell className="max-xl:hidden">
          <Reasons row={row} className="text-sm" />
        </Cell>
      )}
      <Cell numeric className="max-sm:hidden">
        <AmountText {...row.value} />
      </Cell>
      {isDecided ? null : (
        <Cell numeric className="max-xl:hidden">
          {row.hasOpenCharges ? (
            <span className="font-semibold text-warning">{t('chargesOpen')}</span>
          ) : (
            <AmountText {...row.charges} />
          )}
        </Cell>
      )}
      <Cell className="max-xl:hidden">
        <span translate="no">{row.partnerName}</span>
      </Cell>
      {showsHolder ? <Cell className="max-xl:hidden">{holder}</Cell> : null}
    </Row>
  );
}

/** Time left to act, or why it does not run: then nobody here is late. */
function TimeLeft({ row, now }: { row: ShownRow; now: string }) {
  const t = useTranslations('queue');
  const paused = pausedBy(row);
  if (!paused)
    return (
      <span className="relative block">
        <Countdown dueAt={row.actByAt} now={now} />
        {row.awaitsAgency ? (
          <span className="block text-muted text-xs">
            {t.rich('withAgency', { at: () => <DateTime key="at" at={row.awaitsAgency ?? ''} /> })}
          </span>
        ) : null}
        {/* The instant itself, for the row the keys are on, over what lies below so that nothing moves. */}
        <span className="pointer-events-none absolute top-full left-0 z-1 hidden whitespace-nowrap rounded-sm border border-line bg-raised px-1 text-muted text-xs sm:group-focus-within/row:block">
          <DateTime at={row.actByAt} />
        </span>
      </span>
    );
  return (
    <span className="block text-muted">
      <span className="inline-flex items-center gap-1 whitespace-nowrap">
        <CirclePause className="size-3.5 shrink-0" aria-hidden="true" /> {t(`paused.${paused}`)}
      </span>
      {paused === 'partner' ? (
        <span className="block text-xs">
          {t('due')} <DateTime at={row.actByAt} />
        </span>
      ) : null}
    </span>
  );
}

/** Why an officer should look, strongest first: profiles select before scores do. */
function Reasons({ row, className }: { row: ShownRow; className: string }) {
  const t = useTranslations('queue');
  const tRisk = useTranslations('risk');
  const reasons = [
    ...(row.selectionReason === 'random' ? [t('mark.random')] : []),
    ...row.profiles.map(({ title, effect }) =>
      effect.kind === 'points'
        ? t('profile.points', { title, points: effect.points })
        : t('profile.lane', { title, lane: effect.lane }),
    ),
    ...row.topIndicators.map((code) => tRisk(`indicator.${code}.title`)),
  ];
  const more = reasons.length - REASONS_SHOWN;
  return (
    <ul className={className}>
      {reasons.slice(0, REASONS_SHOWN).map((text) => (
        <li key={text} className="line-clamp-2" title={text}>
          {text}
        </li>
      ))}
      {more > 0 ? <li className="text-muted text-xs">{t('more', { count: more })}</li> : null}
    </ul>
  );
}

/** When it was decided, what, and by whom. */
function DecisionCells({ row }: { row: ShownRow }) {
  const t = useTranslations('clearance');
  return (
    <>
      <Cell className={CARD}>{row.decidedAt ? <DateTime at={row.decidedAt} /> : null}</Cell>
      <Cell className={CARD}>{row.decision ? t(`decisionKind.${row.decision.kind}`) : null}</Cell>
      <Cell className={CARD}>
        <span translate="no">{row.decision?.byName}</span>
      </Cell>
    </>
  );
}
