'use client';

import { useTranslations } from 'next-intl';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { claimAction, giveBackAction, keepAction } from '../actions';
import type { DeskSubject } from './desk-subject';
import type { Acts } from './use-acts';

type ClaimBoxProps = {
  subject: DeskSubject;
  acts: Acts;
  /** The own lease ran out while the page stood open. */
  isLost: boolean;
  now: string;
};

/** Who holds the consignment. The own lease runs down in sight; reading claims nothing, the first act does. */
export function ClaimBox({ subject, acts, isLost, now }: ClaimBoxProps) {
  const t = useTranslations('consignment.claim');
  const { holder, status, leaseUntil, claimedByName, claimedAt } = subject;
  const isOwn = holder === 'self' && !isLost;
  const isFree = (holder === 'nobody' || isLost) && status === 'selected';
  const claim = () => acts.act(claimAction, new FormData(), { done: 'claim', hasNoForm: true });
  const keep = () => acts.act(keepAction, new FormData(), { seen: 'claim', done: 'keep', hasNoForm: true });
  const giveBack = () =>
    acts.act(giveBackAction, new FormData(), { done: 'giveBack', endsWork: true, hasNoForm: true });
  const group = t('group');
  useShortcuts([
    ...(isFree ? [{ keys: 'c', text: t('claim'), run: claim, group }] : []),
    ...(isOwn
      ? [
          { keys: 'k', text: t('keep'), run: keep, group },
          { keys: 'b', text: t('giveBack'), run: giveBack, group },
        ]
      : []),
  ]);
  if (holder === 'other')
    return (
      <Callout
        tone="warning"
        live
        title={
          <>
            {t('heldBy')} <span translate="no">{claimedByName}</span>
          </>
        }
      >
        {claimedAt ? (
          <>
            {t('since')} <DateTime at={claimedAt} show="time" />.{' '}
          </>
        ) : null}
        {t('readOnly')}
      </Callout>
    );
  if (isOwn)
    return (
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="flex-1">
          {t('yours')} {leaseUntil ? <Countdown dueAt={leaseUntil} now={now} /> : null}
        </span>
        <Button size="sm" kbd="k" onClick={keep} pending={acts.isPending}>
          {t('keep')}
        </Button>
        <Button size="sm" kbd="b" onClick={giveBack} pending={acts.isPending}>
          {t('giveBack')}
        </Button>
      </div>
    );
  if (!isFree) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span className="flex-1 text-muted">{t(isLost ? 'lost' : 'free')}</span>
      <Button size="sm" kbd="c" onClick={claim} pending={acts.isPending}>
        {t('claim')}
      </Button>
    </div>
  );
}
