'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { decideOwnKeys, type MovableKey, type OwnKeys } from '@/lib/identity/own-keys';

export type KeyLine = { readonly key: MovableKey; readonly does: string };
type Wish = { keys: OwnKeys; seen: OwnKeys };
type OwnKeysFormProps = {
  lines: readonly KeyLine[];
  ownKeys: OwnKeys;
  action: (previous: ActionState, input: Wish) => Promise<ActionState>;
};

/** One line a key, with a field for the person's own. What two lines would share is said beside both before anything is sent. */
export function OwnKeysForm({ lines, ownKeys, action }: OwnKeysFormProps) {
  const t = useTranslations('identity.account.keys');
  const reasonText = useReasonText();
  const toast = useToast();
  const id = useId();
  const [typed, setTyped] = useState<OwnKeys>(ownKeys);
  const [state, send, isPending] = useActionState(async (previous: ActionState, keys: OwnKeys) => {
    const next = await action(previous, { keys, seen: ownKeys });
    const isReset = Object.keys(keys).length === 0;
    if (next.status === 'ok') toast.show({ title: t(isReset ? 'restored' : 'saved') });
    return next;
  }, IDLE);
  const decision = decideOwnKeys(typed);
  const reasons = decision.ok ? [] : decision.reasons;
  const reasonOf = (key: MovableKey) =>
    reasons.find(({ pointer, params }) => pointer === key || (params?.other === key && params.other !== params.key));
  return (
    <form
      action={() => send(typed)}
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => (decision.ok ? undefined : event.preventDefault())}
    >
      <Outcome state={state} />
      <table className="w-full max-w-2xl text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr className="border-line border-b text-left text-muted text-xs">
            <th scope="col" className="w-12 py-1 font-medium">
              {t('key')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('does')}
            </th>
            <th scope="col" className="w-24 py-1 font-medium">
              {t('own')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, does }) => {
            const reason = reasonOf(key);
            return (
              <tr key={key} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 text-left font-normal" translate="no">
                  <kbd className="font-mono">{key.toUpperCase()}</kbd>
                </th>
                <td className="py-1.5 pr-3">
                  {does}
                  {reason ? (
                    <span id={`${id}-${key}`} className="block text-danger text-xs">
                      {reasonText(reason)}
                    </span>
                  ) : null}
                </td>
                <td className="py-0.5">
                  <input
                    name={key}
                    aria-label={t('ownFor', { key: key.toUpperCase(), does })}
                    aria-invalid={reason ? true : undefined}
                    aria-describedby={reason ? `${id}-${key}` : undefined}
                    className={clsx(
                      'h-7 w-12 rounded-md border bg-surface px-2 text-center font-mono uppercase',
                      reason
                        ? 'border-danger'
                        : typed[key] && typed[key] !== key
                          ? 'border-accent'
                          : 'border-line-strong',
                    )}
                    autoComplete="off"
                    autoCapitalize="none"
                    spellCheck={false}
                    maxLength={2}
                    value={typed[key] ?? key}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => setTyped({ ...typed, [key]: event.target.value.toLowerCase().slice(-1) })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" pending={isPending} aria-disabled={!decision.ok || undefined}>
          {t('save')}
        </Button>
        <Button onClick={() => startTransition(() => send({}))} pending={isPending}>
          {t('reset')}
        </Button>
        <span className="text-muted text-sm">{t('moved', { count: Object.keys(ownKeys).length })}</span>
      </div>
    </form>
  );
}
