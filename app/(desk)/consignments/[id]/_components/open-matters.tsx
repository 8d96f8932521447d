'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { AmountText } from '@/components/ui/money';
import { possible } from '@/lib/clearance/transitions';
import type { DeskSubject } from './desk-subject';
import type { Mode } from './verbs';

type Matter = { readonly mode: Mode; readonly keys: string; readonly text: 'lift' | 'answer' | 'stateDuty' };

/** The first open hold, question and duty: what the keys `l`, `a` and `d` settle. */
export function firstMatters({ openHolds, openReferrals, openDuties, holder, status }: DeskSubject): Matter[] {
  // A question of an audit is open after the release.
  if (!possible('answer', status).ok) return [];
  const [hold] = holder === 'other' ? [] : openHolds;
  const [referral] = openReferrals;
  const isStatable = holder !== 'other' && possible('state_duty', status).ok;
  const duty = isStatable ? openDuties.find(({ stated }) => stated === null) : undefined;
  return [
    ...(hold ? [{ mode: `lift:${hold.holdId}`, keys: 'l', text: 'lift' } as const] : []),
    ...(referral ? [{ mode: `answer:${referral.referralId}`, keys: 'a', text: 'answer' } as const] : []),
    ...(duty ? [{ mode: `duty:${duty.itemNumber}`, keys: 'd', text: 'stateDuty' } as const] : []),
  ];
}

/** Open holds, unanswered questions and open duties, each with the act that settles it. */
export function OpenMatters({ subject, onOpen }: { subject: DeskSubject; onOpen: (mode: Mode) => void }) {
  const t = useTranslations('consignment.act');
  const tClearance = useTranslations('clearance');
  const { openHolds, openReferrals, currency, holder, status } = subject;
  const openDuties = possible('state_duty', status).ok ? subject.openDuties : [];
  if (!possible('answer', status).ok) return null;
  if (openHolds.length + openReferrals.length + openDuties.length === 0) return null;
  const keys = new Map<Mode, string>(firstMatters(subject).map((matter) => [matter.mode, matter.keys]));
  return (
    <ul aria-label={t('openMatters')} className="flex flex-col gap-1 text-sm">
      {openHolds.map(({ holdId, ground, agencyName, verdict }) => (
        <li key={holdId} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            {t('holdOpen', { ground: tClearance(`holdGround.${ground}`) })}
            {agencyName ? (
              <span className="block text-muted text-xs">
                <bdi translate="no">{agencyName}</bdi>:{' '}
                {verdict ? tClearance(`holdVerdict.${verdict}`) : t('agencySilent')}
              </span>
            ) : null}
          </span>
          <Button
            size="sm"
            id={`desk-lift:${holdId}`}
            kbd={keys.get(`lift:${holdId}`)}
            disabled={holder === 'other'}
            onClick={() => onOpen(`lift:${holdId}`)}
          >
            {t('lift')}
          </Button>
        </li>
      ))}
      {openReferrals.map(({ referralId, type }) => (
        <li key={referralId} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">{t('referralOpen', { type: tClearance(`referralType.${type}`) })}</span>
          <Button
            size="sm"
            id={`desk-answer:${referralId}`}
            kbd={keys.get(`answer:${referralId}`)}
            onClick={() => onOpen(`answer:${referralId}`)}
          >
            {t('answer')}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            id={`desk-withdraw:${referralId}`}
            disabled={holder === 'other'}
            aria-label={t('withdrawReferralOf', { type: tClearance(`referralType.${type}`) })}
            onClick={() => onOpen(`withdraw:${referralId}`)}
          >
            {t('withdrawReferral')}
          </Button>
        </li>
      ))}
      {openDuties.map(({ itemNumber, stated }) => (
        <li key={itemNumber} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            {t(stated ? 'dutyStated' : 'dutyOpen', { item: itemNumber })}{' '}
            {stated ? <AmountText amount={stated.amount} currency={currency} /> : null}
          </span>
          <Button
            size="sm"
            id={`desk-duty:${itemNumber}`}
            kbd={keys.get(`duty:${itemNumber}`)}
            disabled={holder === 'other'}
            onClick={() => onOpen(`duty:${itemNumber}`)}
          >
            {t(stated ? 'changeDuty' : 'stateDuty')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
