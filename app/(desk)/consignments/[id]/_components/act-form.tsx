'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ActErrors } from './act-errors';
import { Refusals, type Refused, toldElsewhere } from './refusals';
import { unfilled } from './unfilled';

type ActFormProps = {
  submit: string;
  isDangerous?: boolean;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  pending: boolean;
  refused: Refused | null;
  /** Fields whose sentence stands beside their control, and so is not told a second time below. */
  beside?: readonly string[];
  children: ReactNode;
};

const NONE: readonly string[] = [];

/**
 * One act: its first field has the focus, Enter or Mod+Enter sends it, Escape leaves it. What was typed survives a refusal; what is
 * missing is said beside its field, in our words and not the browser's.
 */
export function ActForm(props: ActFormProps) {
  const { submit, isDangerous, onSubmit, onCancel, pending, refused, beside = NONE, children } = props;
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
  const below = useMemo(() => (missing ? null : toldElsewhere(refused, beside)), [missing, refused, beside]);
  const isToldBeside = refused !== null && !missing && below === null;
  useEffect(() => {
    if (isToldBeside) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isToldBeside]);
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
      <Refusals refused={below} />
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
