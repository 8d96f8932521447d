'use client';
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag of its own */

import { useTranslations } from 'next-intl';
import { useId, useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { RecoveryCodes } from './recovery-codes';
import { useConfirmedAction, useStepUp } from './step-up';

/** A secret that was begun: as a picture for the authenticator (`path` of black squares on a square of `size`), and to type. */
export type BegunTotp = { readonly secret: string; readonly uri: string; readonly path: string; readonly size: number };
type Codes = { recoveryCodes: string[] };
type BeginAction = (previous: ActionState<BegunTotp>, input: Record<string, never>) => Promise<ActionState<BegunTotp>>;
type FinishAction = (previous: ActionState<Codes>, input: FormData) => Promise<ActionState<Codes>>;

/** Sets a second factor up: picture and secret first, then a code as proof, then the codes for recovery. */
export function SetUpTotp({ beginAction, finishAction }: { beginAction: BeginAction; finishAction: FinishAction }) {
  const t = useTranslations('identity.totp');
  const { run, dialog } = useStepUp();
  const [state, setState] = useState<ActionState<BegunTotp>>(IDLE);
  const [pending, start] = useTransition();
  const begin = () => start(async () => setState(await run(() => beginAction(IDLE, {}))));
  const begun = state.status === 'ok' ? state.data : undefined;
  return (
    <div className="flex max-w-2xl flex-col items-start gap-3">
      <Outcome state={state} />
      {begun ? (
        <ProveTotp key={begun.secret} begun={begun} action={finishAction} />
      ) : (
        <Button variant="primary" onClick={begin} pending={pending}>
          {t('begin')}
        </Button>
      )}
      {dialog}
    </div>
  );
}

function ProveTotp({ begun, action }: { begun: BegunTotp; action: FinishAction }) {
  const t = useTranslations('identity.totp');
  const confirmed = useConfirmedAction(action);
  const { state, isPending, form } = useKeptForm(confirmed.action);
  const codeId = useId();
  const errorOf = useFieldError(state);
  if (state.status === 'ok') return <RecoveryCodes codes={state.data?.recoveryCodes ?? []} title={t('setUp')} />;
  const { path, size, secret } = begun;
  return (
    <>
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ code: t('code') }} ids={{ code: codeId }} />
        <p className="text-sm">{t('scan')}</p>
        {/* Black on white whatever the theme, with a margin of four squares: readers look for that. */}
        <svg
          role="img"
          aria-label={t('picture')}
          viewBox={`-4 -4 ${size + 8} ${size + 8}`}
          className="size-52 bg-white"
          shapeRendering="crispEdges"
        >
          <path d={path} fill="#000" />
        </svg>
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {t('type')}
          <code translate="no" className="break-all rounded-sm bg-sunken px-1.5 py-1 font-mono">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
          <CopyButton text={secret} label={t('copySecret')} />
          <a href={begun.uri} className="inline-flex min-h-target items-center underline">
            {t('openHere')}
          </a>
        </p>
        <TextField
          name="code"
          id={codeId}
          label={t('code')}
          hint={t('codeHint')}
          error={errorOf('code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          spellCheck={false}
        />
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {t('finish')}
          </SubmitButton>
        </div>
      </form>
      {confirmed.dialog}
    </>
  );
}

type KeepTotpProps = {
  isDemanded: boolean;
  renewAction: FinishAction;
  disableAction: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** What can be done with a second factor that is in use; each asks for a code of it. */
export function KeepTotp({ isDemanded, renewAction, disableAction }: KeepTotpProps) {
  const t = useTranslations('identity.totp');
  const renewed = useKeptForm(renewAction);
  const disabled = useKeptForm(disableAction);
  const codes = renewed.state.status === 'ok' ? renewed.state.data?.recoveryCodes : undefined;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {codes ? <RecoveryCodes codes={codes} title={t('renewed')} /> : null}
      <CodeForm {...renewed} submit={t('renew')} />
      {isDemanded ? (
        <Callout tone="info">{t('demanded')}</Callout>
      ) : (
        <CodeForm {...disabled} submit={t('disable')} isDanger />
      )}
    </div>
  );
}

type CodeFormProps = Pick<ReturnType<typeof useKeptForm<unknown>>, 'state' | 'isPending' | 'form'> & {
  submit: string;
  isDanger?: boolean;
};

function CodeForm({ state, isPending, form, submit, isDanger }: CodeFormProps) {
  const t = useTranslations('identity.totp');
  const codeId = useId();
  const errorOf = useFieldError(state);
  return (
    <form {...form} className="flex flex-col gap-2" noValidate>
      <Outcome state={state} labels={{ code: t('anyCode') }} ids={{ code: codeId }} />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="code"
          id={codeId}
          label={`${submit}: ${t('anyCode')}`}
          error={errorOf('code')}
          autoComplete="one-time-code"
          required
          spellCheck={false}
        />
        <SubmitButton variant={isDanger ? 'danger' : 'secondary'} pending={isPending}>
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
