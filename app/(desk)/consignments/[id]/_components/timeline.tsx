import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { EventDetail } from '@/db/queries/consignment/consignment-detail';
import type { StoredEraseReason } from '@/lib/attachments/kinds';

/** Catalogue groups in which the code of an event's value stands, by value name and kind of event. */
const GROUND_GROUPS: Readonly<Record<string, string>> = {
  hold_placed: 'holdGround',
  hold_lifted: 'holdGround',
  hold_answered: 'holdGround',
  skipped: 'skipReason',
  snoozed: 'snoozeReason',
  transferred: 'transferReason',
};
const KIND_GROUPS: Readonly<Record<string, string>> = {
  examination_ordered: 'examinationKind',
  result_recorded: 'examinationKind',
  released: 'decisionKind',
  undone: 'decisionKind',
  proposed: 'decisionKind',
  proposal_rejected: 'decisionKind',
};

/** What happened to the consignment, newest first: what, who, when, and the reason given. A proposal nobody opened keeps its ground. */
export function Timeline({ events }: { events: readonly EventDetail[] }) {
  const t = useTranslations('consignment.timeline');
  const tClearance = useTranslations('clearance');
  const tAttachment = useTranslations('attachments.kind');
  const tErase = useTranslations('attachments.eraseReason');
  const tMove = useTranslations('audit.moveReason');
  const code = (group: string | undefined, value: unknown) =>
    group && typeof value === 'string' && tClearance.has(`${group}.${value}`) ? tClearance(`${group}.${value}`) : null;
  const controls = ({ from, to }: EventDetail['values']) =>
    t('fromTo', { from: code('controlType', from) ?? '', to: code('controlType', to) ?? '' });
  const holders = ({ from, to }: EventDetail['values']) =>
    t('fromTo', { from: typeof from === 'string' ? from : t('nobody'), to: typeof to === 'string' ? to : t('nobody') });
  const offices = ({ fromOffice, toOffice }: EventDetail['values']) =>
    t('fromTo', { from: String(fromOffice), to: String(toOffice) });
  const moveReason = (because: unknown) =>
    typeof because === 'string' && tMove.has(because as 'freed') ? tMove(because as 'freed') : null;
  // Of before it was told whether a decision or a proposal is taken back: only seizures were proposed, and confirmed ones stay.
  const title = ({ kind, values }: EventDetail) =>
    kind === 'undone' && (values.of === 'proposed' || values.kind === 'seize')
      ? t('proposalWithdrawn')
      : tClearance(`event.${kind}`);
  return (
    <Panel title={t('title')} flush>
      <ol>
        {events.map((event) => {
          const { eventId, at, kind, actorName, values, isBlind } = event;
          const parts = isBlind
            ? [t('blind')]
            : [
                code(KIND_GROUPS[kind], values.kind),
                code(GROUND_GROUPS[kind] ?? 'ground', values.ground),
                code('snoozeEvent', values.waitsFor),
                code('referralType', values.type),
                code('result', values.resultCode),
                typeof values.agency === 'string' ? values.agency : null,
                code('holdVerdict', values.verdict),
                code('revealReason', values.reason),
                typeof values.attachment === 'string' && tAttachment.has(values.attachment as 'invoice')
                  ? tAttachment(values.attachment as 'invoice')
                  : null,
                typeof values.eraseReason === 'string' && tErase.has(values.eraseReason as StoredEraseReason)
                  ? tErase(values.eraseReason as StoredEraseReason)
                  : null,
                kind === 'control_changed' ? controls(values) : null,
                kind === 'reassigned' ? holders(values) : null,
                kind === 'transferred' ? offices(values) : null,
                moveReason(values.because),
                typeof values.listedName === 'string' ? t('listed', { name: values.listedName }) : null,
                typeof values.lane === 'string' ? t('lane', { lane: code('lane', values.lane) ?? '' }) : null,
                typeof values.score === 'number' ? t('score', { score: values.score }) : null,
                typeof values.exhibit === 'number' ? t('exhibit', { number: values.exhibit }) : null,
                typeof values.place === 'string' ? values.place : null,
                typeof values.version === 'number' ? t('version', { version: values.version }) : null,
                typeof values.sentAgainBy === 'string' ? t('sentAgainBy', { name: values.sentAgainBy }) : null,
              ].filter((part) => part !== null);
          return (
            <li key={eventId} className="border-line border-b px-4 py-2 text-sm last:border-b-0">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{title(event)}</span>
                <span className="text-muted text-xs">
                  <span translate="no">{actorName}</span> · <DateTime at={at} />
                </span>
              </p>
              {parts.length > 0 ? <p className="text-muted">{parts.join(' · ')}</p> : null}
              {typeof values.note === 'string' ? (
                <p className="border-line border-l-2 pl-2">
                  <bdi translate="no">{values.note}</bdi>
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
