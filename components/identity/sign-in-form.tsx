'use client';
/* oxlint-disable jsx-a11y/no-autofocus -- the code is asked for in answer to what was just sent, and is the one thing left to type */

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { CounterPeople, type CounterPersonShown } from './counter-people';
import { type DemoAccountShown, DemoAccounts } from './demo-accounts';

type SignInFormProps = {
  callback: string;
  /** The code next-auth put into the address, if it came back with one. */
  initialError: string | null;
  providerId: string | null;
  demoAccounts: readonly DemoAccountShown[];
  /** Who works at this counter today. */
  people: readonly CounterPersonShown[];
};

type Refusal = 'wrong' | 'throttled' | 'denied' | 'provider' | 'failed' | 'code_wrong';

function refusalOf(code: string | null | undefined): Refusal | null {
  if (!code) return null;
  if (code === 'throttled' || code === 'code_wrong') return code;
  if (code === 'wrong' || code === 'CredentialsSignin') return 'wrong';
  if (code === 'AccessDenied') return 'denied';
  return code.startsWith('OAuth') || code === 'Callback' ? 'provider' : 'failed';
}

/** E-mail address and password, or the identity provider of the administration. Browsers and password managers may fill it in. */
export function SignInForm({ callback, initialError, providerId, demoAccounts, people }: SignInFormProps) {
  const t = useTranslations('identity.signIn');
  const form = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<readonly Refusal[]>(() =>
    [refusalOf(initialError)].filter((one) => one !== null),
  );
  const [pending, setPending] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isShown, setShown] = useState(false);
  /** Address and password are right, and the person has a second factor. */
  const [needsCode, setNeedsCode] = useState(false);
  const showId = useId();

  const submit = async (data: FormData) => {
    setPending(true);
    const answer = await signIn('password', {
      redirect: false,
      callbackUrl: callback,
      email: String(data.get('email') ?? ''),
      password: String(data.get('password') ?? ''),
      code: String(data.get('code') ?? ''),
    }).catch(() => null);
    // A full load, so that nothing of a former person stays in the memory of the page.
    if (answer?.ok && !answer.error) return window.location.assign(callback);
    setPending(false);
    if (answer?.error === 'code_needed') {
      setNeedsCode(true);
      return setRefusal([]);
    }
    setRefusal([refusalOf(answer?.error) ?? 'failed']);
  };

  const leaveFor = (provider: string) => {
    setLeaving(true);
    signIn(provider, { callbackUrl: callback }).catch(() => {
      setLeaving(false);
      setRefusal(['failed']);
    });
  };

  const fillIn = ({ email, password }: DemoAccountShown) => {
    for (const [name, value] of Object.entries({ email, password })) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };

  const choose = ({ email }: CounterPersonShown) => {
    const field = form.current?.elements.namedItem('email');
    const next = form.current?.elements.namedItem('password');
    if (field instanceof HTMLInputElement) field.value = email;
    setNeedsCode(false);
    if (next instanceof HTMLInputElement) {
      next.value = '';
      next.focus();
    }
  };

  return (
    <>
      {people.length > 0 ? <CounterPeople people={people} onChoose={choose} /> : null}
      {refusal.length > 0 ? (
        <ErrorSummary title={t('refusedTitle')} errors={refusal.map((code) => ({ message: t(code) }))} />
      ) : null}
      <form
        ref={form}
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget)).catch(() => setRefusal(['failed']));
        }}
      >
        <TextField name="email" type="email" label={t('email')} autoComplete="username" required spellCheck={false} />
        <TextField
          name="password"
          type={isShown ? 'text' : 'password'}
          label={t('password')}
          autoComplete="current-password"
          required
          spellCheck={false}
        />
        <label htmlFor={showId} className="flex min-h-target items-center gap-2 text-sm">
          <input id={showId} type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          {t('showPassword')}
        </label>
        {needsCode ? (
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            autoComplete="one-time-code"
            autoFocus
            required
            spellCheck={false}
          />
        ) : null}
        <Button type="submit" variant="primary" pending={pending}>
          {t('submit')}
        </Button>
        {providerId ? (
          <Button pending={isLeaving} onClick={() => leaveFor(providerId)}>
            {t('withProvider')}
          </Button>
        ) : null}
      </form>
      {demoAccounts.length > 0 ? <DemoAccounts accounts={demoAccounts} onChoose={fillIn} /> : null}
    </>
  );
}
