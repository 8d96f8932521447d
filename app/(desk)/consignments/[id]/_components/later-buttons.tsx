'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { nextStatus } from '@/lib/clearance/transitions';
import type { DeskSubject } from './desk-subject';

/** The ways to leave a consignment undecided, each on its key. */
export const LATER = [
  { mode: 'snooze', keys: 'h' },
  { mode: 'skip', keys: 's' },
] as const;

/** Whether the officer may put it off or pass it on: it waits for a decision of ours, and is in no other hands. */
export function canLeave({ status, holder }: Pick<DeskSubject, 'status' | 'holder'>, isClaimLost: boolean): boolean {
  return holder !== 'other' && !isClaimLost && nextStatus('snooze', status).ok;
}

/** Buttons of the ways to leave a consignment undecided. */
export function LaterButtons({ onOpen }: { onOpen: (mode: (typeof LATER)[number]['mode']) => void }) {
  const t = useTranslations('consignment.act');
  return (
    <div className="flex flex-wrap gap-2">
      {LATER.map(({ mode, keys }) => (
        <Button key={mode} id={`desk-${mode}`} size="sm" variant="ghost" kbd={keys} onClick={() => onOpen(mode)}>
          {t(`verb.${mode}`)}
        </Button>
      ))}
    </div>
  );
}
