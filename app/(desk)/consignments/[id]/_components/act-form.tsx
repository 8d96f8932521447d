'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ActErrors } from './act-errors';
import { Refusals, type Refused } from './refusals';
import { unfilled } from './unfilled';

type ActFormProps = {
  submit: string;
  isDangerous?: boolean;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  pending: boolean;
  refused: Refused | null;
  children: ReactNode;
};

/**
 * One act: its first field has the focus, Enter or Mod+Enter sends it, Escape leaves it. What was typed survives a refusal; what is
 * missing is said beside its field, in our words and not the browser's.
 */
export function ActForm({ submit, isDangerous, onSubmit, onCancel, pending, refused, children }: ActFormProps) {
  const t = useTranslations('consignment.act');
  const [missing, setMissing] = useState<Refused | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea, input:checked, input, button')?.focus();
  }, []);
  useEffect(() => {
    const own = form.current;
    const press = (event: KeyboardEvent) => {
      const isSelect = event.target instanceof HTMLSelectElement;
      if (event.key === 'Enter' && !event.isComposing && (isSelect || event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        own?.requestSubmit();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }
    };
    own?.addEventListener('keydown', press);
    return () => own?.removeEventListener('keydown', press);
  }, [onCancel]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const lacks = unfilled(event.currentTarget);
    setMissing(lacks);
    if (!lacks) return onSubmit(new FormData(event.currentTarget));
    event.currentTarget.querySelector<HTMLElement>(':is(input, select, textarea):invalid')?.focus();
  };
  return (
    <form ref={form} onSubmit={send} className="flex flex-col gap-3" noValidate>
      <ActErrors refused={missing ?? refused}>{children}</ActErrors>
      <Refusals refused={missing ? null : refused} />
      <div className="flex gap-2">
        <Button type="submit" variant={isDangerous ? 'danger' : 'primary'} pending={pending} kbd="Mod+Enter">
          {submit}
        </Button>
        <Button variant="ghost" onClick={onCancel} aria-keyshortcuts="Escape" title={t('cancelKey')}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
