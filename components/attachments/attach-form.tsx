'use client';

import clsx from 'clsx';
import { Paperclip } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { SelectField, TextField } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { useToast } from '@/components/ui/toast';
import { type AttachmentKind, isPicture } from '@/lib/attachments/kinds';
import { sendFile } from './send-file';
import { useGivenFile } from './use-given-file';

type AttachFormProps = {
  /** Where files of this consignment are sent. */
  href: string;
  kinds: readonly AttachmentKind[];
  /** The question the file answers. */
  referralId?: string;
  /** Files may be pasted anywhere on the page: for one form of it. */
  pastes?: boolean;
};

/**
 * Attaches one file: chosen, dropped or pasted. It opens by its button, keeps what was entered when a file is refused, and gives the
 * focus back when it closes.
 */
export function AttachForm({ href, kinds, referralId, pastes = false }: AttachFormProps) {
  const t = useTranslations('attachments.send');
  const tKind = useTranslations('attachments.kind');
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<string>('');
  const [isSending, setSending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLSpanElement>(null);
  const own = useId();
  const router = useRouter();
  const toast = useToast();
  const { isOver, zone } = useGivenFile(
    form,
    (file) => {
      setOpen(true);
      toast.show({ title: t('taken', { name: file.name }), tone: 'info' });
    },
    pastes,
  );
  const fieldId = (name: string) => `${own}-${name}`;
  const errorOf = (name: string) => errors.find((error) => error.fieldId === fieldId(name))?.message;
  const close = () => {
    setOpen(false);
    setErrors([]);
    setKind('');
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const file = entered.get('file');
    const missing = [
      ...(kind ? [] : [{ fieldId: fieldId('kind'), message: t('chooseKind') }]),
      ...(file instanceof File && file.name !== '' ? [] : [{ fieldId: fieldId('file'), message: t('chooseFile') }]),
    ];
    setErrors(missing);
    if (missing.length > 0 || !(file instanceof File)) return;
    setSending(true);
    const caption = String(entered.get('caption') ?? '').trim();
    const facts = { kind, ...(caption ? { caption } : {}), ...(referralId ? { referral: referralId } : {}) };
    const sent = await sendFile(href, facts, file);
    setSending(false);
    if ('error' in sent) return setErrors([{ fieldId: fieldId('file'), message: sent.error ?? t('failed') }]);
    toast.show({ title: t(sent.isNew ? 'sent' : 'already'), tone: sent.isNew ? 'success' : 'info' });
    close();
    router.refresh();
  };
  return (
    <div
      {...zone}
      className={clsx('rounded-md', isOver && 'bg-selected outline-2 outline-accent outline-dashed outline-offset-2')}
    >
      {isOpen ? (
        <form ref={form} onSubmit={send} noValidate className="flex flex-col gap-3" aria-label={t('title')}>
          <ErrorSummary errors={errors} />
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField
              id={fieldId('kind')}
              name="kind"
              label={t('kind')}
              prompt={t('choose')}
              value={kind}
              error={errorOf('kind')}
              onChange={(event) => setKind(event.currentTarget.value)}
              options={kinds.map((value) => ({ value, label: tKind(value) }))}
            />
            {isPicture(kind as AttachmentKind) ? (
              <TextField
                id={fieldId('caption')}
                name="caption"
                label={t('caption')}
                hint={t('captionHint')}
                optional
                maxLength={200}
              />
            ) : null}
          </div>
          <FileField
            id={fieldId('file')}
            name="file"
            label={t('file')}
            hint={t('hint')}
            pick={t('pick')}
            none={t('noFile')}
            accept="image/png,image/jpeg,image/webp,application/pdf,text/plain,.txt"
            error={errorOf('file')}
          />
          <div className="flex gap-2">
            <Button type="submit" variant="primary" pending={isSending}>
              {t('send')}
            </Button>
            <Button variant="ghost" onClick={close}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <span ref={opener} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            size="sm"
            icon={<Paperclip className="size-4" aria-hidden="true" />}
            onClick={() => {
              setOpen(true);
              requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('select')?.focus());
            }}
          >
            {t('open')}
          </Button>
          <span className="text-muted text-xs">{t('noFile')}</span>
        </span>
      )}
    </div>
  );
}
