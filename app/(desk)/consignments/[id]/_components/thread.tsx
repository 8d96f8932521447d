import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { formatBytes } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { ConsignmentDetail, ReferralDetail } from '@/db/queries/consignment/consignment-detail';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { MEDIA_NAMES } from '@/lib/attachments/kinds';
import { isWaiting, type ReferralState } from '@/lib/clearance/referral-state';
import { referralAges } from '@/lib/clearance/time-release';
import { Message } from './message';

const TONES: Readonly<Record<ReferralState, Tone>> = {
  open: 'warning',
  overdue: 'danger',
  answered: 'neutral',
  answered_late: 'warning',
  unanswered: 'danger',
  withdrawn: 'neutral',
};

type Line =
  | { readonly of: 'asked' | 'answered' | 'withdrawn'; readonly at: string; readonly referral: ReferralDetail }
  | { readonly of: 'file'; readonly at: string; readonly file: AttachmentDetail };
/** What stands first where two lines have one instant. */
const ORDER = ['asked', 'file', 'answered', 'withdrawn'] as const;

type ThreadProps = { detail: ConsignmentDetail; attachments: readonly AttachmentDetail[]; now: string };

/** What customs asked the partner and what it answered, with the files it sent for it, in their order; with both ages. */
export function Thread({ detail, attachments, now }: ThreadProps) {
  const t = useTranslations('consignment.thread');
  const tClearance = useTranslations('clearance');
  const tAttachment = useTranslations('attachments');
  const locale = useLocale();
  const duration = useDurationText();
  const { referrals, events, row } = detail;
  const firstAskedMs = Math.min(...referrals.map(({ askedAt }) => Date.parse(askedAt)));
  const { inAll, withPartner } = referralAges(events, firstAskedMs, Date.parse(now));
  const isPaused = referrals.some(({ state }) => isWaiting(state));
  const type = (referral: ReferralDetail) => tClearance(`referralType.${referral.type as 'rfi'}`);
  return (
    <Panel
      id="thread"
      title={t('title')}
      description={
        <>
          {t('ages', { all: duration(inAll), partner: duration(withPartner), own: duration(inAll - withPartner) })}{' '}
          {isPaused ? t('paused') : null}
        </>
      }
      flush
    >
      <ol>
        {linesOf(referrals, attachments).map((line) => {
          if (line.of === 'file') {
            const { attachmentId, kind, mediaType, sizeBytes, sentFrom, sentByName, erased } = line.file;
            if (erased) {
              return (
                <Message key={attachmentId} side={sentFrom} byName={sentByName} at={line.at} what={t('file')}>
                  <span className="text-muted">
                    {tAttachment('erased.inThread', { kind: tAttachment(`kind.${kind}`) })}
                  </span>
                </Message>
              );
            }
            return (
              <Message key={attachmentId} side={sentFrom} byName={sentByName} at={line.at} what={t('file')}>
                <a href="#pictures" className="text-accent underline decoration-current/40 underline-offset-2">
                  {tAttachment(`kind.${kind}`)}
                </a>{' '}
                <span className="text-muted text-xs" translate="no">
                  {MEDIA_NAMES[mediaType]}, {formatBytes(locale, sizeBytes)}
                </span>
              </Message>
            );
          }
          const { referral } = line;
          const { referralId, state, dueAt } = referral;
          if (line.of === 'asked') {
            return (
              <Message
                key={`${referralId} asked`}
                side="customs"
                byName={referral.askedByName}
                at={line.at}
                what={type(referral)}
                marks={<Badge tone={TONES[state]}>{tClearance(`referralState.${state}`)}</Badge>}
                words={referral.question}
              >
                {state === 'withdrawn' ? null : (
                  <p className="text-muted text-xs">
                    {t('due')} <DateTime at={dueAt} />
                  </p>
                )}
              </Message>
            );
          }
          if (line.of === 'withdrawn') {
            return (
              <Message
                key={`${referralId} withdrawn`}
                side="customs"
                byName={referral.withdrawnByName ?? ''}
                at={line.at}
                what={t(referral.state === 'unanswered' ? 'unanswered' : 'withdrawn', { type: type(referral) })}
                words={referral.withdrawNote}
              />
            );
          }
          return (
            <Message
              key={`${referralId} answered`}
              side="partner"
              byName={referral.answeredByName ?? ''}
              at={line.at}
              what={t(referral.answeredFrom === 'customs' ? 'answerEntered' : 'answer', { type: type(referral) })}
              words={referral.answer}
            />
          );
        })}
      </ol>
      <p className="border-line border-t px-4 py-2 text-muted text-xs">{t('told', { partner: row.partnerName })}</p>
    </Panel>
  );
}

function linesOf(referrals: readonly ReferralDetail[], attachments: readonly AttachmentDetail[]): Line[] {
  const lines: Line[] = referrals.flatMap((referral) => [
    { of: 'asked', at: referral.askedAt, referral },
    ...(referral.answeredAt ? [{ of: 'answered', at: referral.answeredAt, referral } as const] : []),
    ...(referral.withdrawnAt ? [{ of: 'withdrawn', at: referral.withdrawnAt, referral } as const] : []),
  ]);
  for (const file of attachments) if (file.referralId) lines.push({ of: 'file', at: file.sentAt, file });
  return lines.sort((a, b) => a.at.localeCompare(b.at) || ORDER.indexOf(a.of) - ORDER.indexOf(b.of));
}
