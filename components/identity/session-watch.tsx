'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type SessionWatchProps = {
  timeLeftHref: string;
  signInHref: string;
  keepAction: (previous: ActionState, input: Record<string, never>) => Promise<ActionState>;
};

const ASK_EVERY_MS = 60_000;
/** Long enough to be read and answered (WCAG 2.2.1 asks for 20 seconds at least). */
const WARN_MS = 120_000;

/** Warns before an unused session ends, and clears the screen of a counter nobody is at by going to the sign-in. */
export function SessionWatch({ timeLeftHref, signInHref, keepAction }: SessionWatchProps) {
  const t = useTranslations('identity.session');
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const [pending, start] = useTransition();

  const leave = useCallback(() => {
    const here = `${window.location.pathname}${window.location.search}`;
    window.location.assign(`${signInHref}?callbackUrl=${encodeURIComponent(here)}`);
  }, [signInHref]);

  const ask = useCallback(async () => {
    const answer = await fetch(timeLeftHref, { cache: 'no-store' }).catch(() => null);
    // A server that cannot be reached says nothing about the session.
    if (answer?.status === 401) return leave();
    if (!answer?.ok) return;
    const { timeLeftMs }: { timeLeftMs: number } = await answer.json();
    if (timeLeftMs > WARN_MS) setSecondsLeft(null);
    setEndsAt(Date.now() + timeLeftMs);
  }, [timeLeftHref, leave]);

  useEffect(() => {
    const tell = () => ask().catch(() => undefined);
    const timer = setInterval(tell, ASK_EVERY_MS);
    // A laptop that slept, a page that came back: ask before anything is read.
    const shown = () => (document.visibilityState === 'visible' ? tell() : undefined);
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [ask]);

  useEffect(() => {
    if (endsAt === null || endsAt - Date.now() > WARN_MS) return;
    let isAsked = false;
    const tick = () => {
      const left = Math.ceil((endsAt - Date.now()) / 1000);
      setSecondsLeft(Math.max(0, left));
      // Another tab may have used the session meanwhile: the server has the last word.
      if (left <= 0 && !isAsked) {
        isAsked = true;
        ask().catch(() => undefined);
      }
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [endsAt, ask]);

  const stay = () =>
    start(async () => {
      const state = await keepAction(IDLE, {});
      if (state.status === 'refused') leave();
      else await ask();
    });

  if (secondsLeft === null) return null;
  return (
    <Dialog
      title={t('title')}
      description={t('description', { seconds: secondsLeft })}
      open
      onOpenChange={stay}
      size="sm"
    >
      <Button variant="primary" onClick={stay} pending={pending}>
        {t('stay')}
      </Button>
    </Dialog>
  );
}
