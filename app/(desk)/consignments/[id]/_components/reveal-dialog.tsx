'use client';

import { Eye } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type Revealed, RevealedParties } from '@/components/consignment/revealed-parties';
import { IDLE } from '@/components/forms/action-state';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { DeniedMatch } from '@/lib/assessment/facts';
import { REVEAL_REASONS } from '@/lib/clearance/reasons';
import { revealAction } from '../actions';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { MatchWords } from '@/components/consignment/match-words';
import { type Refused, refusedBy } from './refusals';

type Shown = Revealed & { readonly matches: readonly DeniedMatch[] };

/** Asks why, then shows the personal data; closing the dialog forgets them. Every look is on the timeline. */
export function RevealDialog({ consignmentId }: { consignmentId: string }) {
  const t = useTranslations('consignment.reveal');
  const tScreening = useTranslations('screening');
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // Every look is noted with its reason; while the page is open it is chosen once, and only confirmed after that.
  const [reason, setReason] = useState('');
  const [isPending, start] = useTransition();
  const router = useRouter();
  const turn = (open: boolean) => {
    setOpen(open);
    // The look stands on the timeline, which the page behind shows.
    if (!open && shown) router.refresh();
    setShown(null);
    setRefused(null);
  };
  useShortcuts([{ keys: 'v', text: t('open'), run: () => turn(true), group: t('group') }]);
  const ask = (form: FormData) =>
    start(async () => {
      form.set('consignmentId', consignmentId);
      const state = await revealAction(IDLE, form);
      if (state.status === 'ok' && state.data) {
        setShown(state.data);
        setReason(String(form.get('reason')));
      } else setRefused(refusedBy(state));
    });
  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      open={isOpen}
      onOpenChange={turn}
      size={shown ? 'lg' : 'md'}
      trigger={
        <Button size="sm" kbd="v" icon={<Eye className="size-4" aria-hidden="true" />}>
          {t('open')}
        </Button>
      }
      footer={shown ? <DialogClose>{t('close')}</DialogClose> : undefined}
    >
      {shown ? (
        <>
          <RevealedParties revealed={shown} logged={t('logged')} />
          {shown.matches.map((match) => (
            <section key={`${match.party} ${match.list} ${match.entryId}`} className="min-w-0 text-sm">
              <h3 className="mb-1">{tScreening('matches.beside', { party: match.party, name: match.listedName })}</h3>
              <MatchWords match={match} />
            </section>
          ))}
        </>
      ) : (
        <ActForm submit={t('show')} onSubmit={ask} pending={isPending} refused={refused} onCancel={() => turn(false)}>
          <OptionField
            name="reason"
            label={t('reason')}
            codes={REVEAL_REASONS}
            group="revealReason"
            defaultValue={reason || undefined}
          />
          <NoteField label={t('note')} />
        </ActForm>
      )}
    </Dialog>
  );
}
