'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { possible } from '@/lib/clearance/transitions';
import type { DeskSubject } from './desk-subject';

/** The ways to leave a consignment undecided, each on its key. */
export const LATER = [
  { mode: 'snooze', keys: 'h' },
  { mode: 'skip', keys: 's' },
  { mode: 'transfer', keys: 't' },
] as const;
/** What is done beside deciding, whoever holds it: words for colleagues, and for who supervises, giving it to an officer. */
export function besideOf({ status, officers }: Pick<DeskSubject, 'status' | 'officers'>) {
  return [
    ...(possible('comment', status).ok ? [{ mode: 'comment', keys: 'w' } as const] : []),
    ...(officers.length > 0 && possible('claim', status).ok ? [{ mode: 'assign', keys: 'i' } as const] : []),
  ];
}

type LaterMode = (typeof LATER)[number]['mode'] | 'outcome' | 'comment' | 'assign';

/** Whether the officer may put it off, pass it on or send it to another office: it waits for a decision of ours, and is in no other hands. */
export function canLeave({ status, holder }: Pick<DeskSubject, 'status' | 'holder'>, isClaimLost: boolean): boolean {
  return holder !== 'other' && !isClaimLost && possible('snooze', status).ok;
}

type LaterButtonsProps = {
  modes: readonly { readonly mode: LaterMode; readonly keys: string }[];
  /** They are all that can be done. */
  isMain: boolean;
  onOpen: (mode: LaterMode) => void;
};

/** Buttons of what is done less often: the ways to leave a consignment undecided, and the rare outcomes behind one of them. */
export function LaterButtons({ modes, isMain, onOpen }: LaterButtonsProps) {
  const t = useTranslations('consignment.act');
  if (modes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {modes.map(({ mode, keys }) => (
        <Button
          key={mode}
          id={`desk-${mode}`}
          size={isMain ? undefined : 'sm'}
          variant={isMain ? 'primary' : 'ghost'}
          kbd={keys}
          onClick={() => onOpen(mode)}
        >
          {t(isMain && mode === 'outcome' ? 'outcome' : `verb.${mode}`)}
        </Button>
      ))}
    </div>
  );
}
