'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Button } from '@/components/ui/button';
import type { MaskedParty } from '@/lib/clearance/mask-party';
import type { RevealReason } from '@/lib/clearance/reasons';
import type { Party } from '@/lib/consignment/record';
import { revealAction } from '../../../actions';

const REASON: RevealReason = 'notice';
const LINES = ['name', 'address'] as const;

/** Whom the letter goes to: masked until the officer asks for it, which is noted like every look at personal data. */
export function Addressee({ consignmentId, masked }: { consignmentId: string; masked: MaskedParty | null }) {
  const t = useTranslations('notice');
  const tReason = useTranslations('clearance.revealReason');
  const [party, setParty] = useState<Party | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isPending, start] = useTransition();
  const fill = () =>
    start(async () => {
      const form = new FormData();
      form.set('consignmentId', consignmentId);
      form.set('reason', REASON);
      const state = await revealAction(IDLE, form);
      if (state.status === 'ok' && state.data) setParty(state.data.recipient);
      else setWrong(true);
    });
  if (party) {
    const town = [party.postcode, party.city].filter(Boolean).join(' ');
    return (
      <address className="not-italic" translate="no">
        {[...LINES.map((line) => party[line]), town, party.country].map((line) =>
          line ? (
            <bdi key={line} className="block">
              {line}
            </bdi>
          ) : null,
        )}
      </address>
    );
  }
  if (!masked) return <p>{t('noRecipient')}</p>;
  const city = masked.city ? `${masked.city}, ` : '';
  return (
    <div className="flex flex-col items-start gap-2">
      <p translate="no">{t('masked', { initial: masked.initial ?? '', city, country: masked.country ?? '' })}</p>
      <div data-print="hide" className="flex flex-col items-start gap-1.5">
        <Button onClick={fill} pending={isPending}>
          {t('fill')}
        </Button>
        <p className="max-w-prose text-muted text-xs">{t('fillLead', { reason: tReason(REASON) })}</p>
        {isWrong ? (
          <p role="alert" className="text-danger text-sm">
            {t('wrong')}
          </p>
        ) : null}
      </div>
    </div>
  );
}
