'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { Problem, Reason } from '@/lib/kernel/problem';

type FileFormProps = {
  /** What is in it. */
  of: 'bank' | 'return';
  /** Where it is sent. */
  address: string;
};
type Answer = { lines?: number; matched?: number; title?: string; problems?: Problem[]; reasons?: Reason[] };

/** Sends a file, says what was read of it, and draws the page anew; a file that is refused names place, field and value of each fault. */
export function FileForm({ of, address }: FileFormProps) {
  const t = useTranslations('collection.upload');
  const router = useRouter();
  const toast = useToast();
  const reasonText = useReasonText();
  const id = useId();
  const [isSending, setSending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);

  const problemText = ({ code, line, pointer, value }: Problem) => {
    const rule = t.has(`fault.${code}`) ? t(`fault.${code}`) : t('fault.row_broken');
    return t('problem', {
      line: line ?? 1,
      column: pointer || t('wholeRow'),
      rule,
      hasValue: value === undefined ? 'no' : 'yes',
      value: value ?? '',
    });
  };
  const refused = ({ problems, reasons, title }: Answer): SummaryError[] => [
    ...(problems ?? []).map((problem) => ({ fieldId: id, message: problemText(problem) })),
    ...(reasons ?? []).map((reason) => ({ message: reasonText(reason) })),
    ...(problems || reasons ? [] : [{ message: title ?? t('failed') }]),
  ];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.size === 0) return setErrors([{ fieldId: id, message: t('chooseFile') }]);
    setSending(true);
    try {
      const headers = { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(file.name) };
      const response = await fetch(address, { method: 'POST', headers, body: file });
      const answer = (await response.json()) as Answer;
      if (!response.ok) return setErrors(refused(answer));
      setErrors([]);
      form.reset();
      toast.show({
        title: t(`done.${of}`, { lines: answer.lines ?? 0, matched: answer.matched ?? 0 }),
        tone: 'success',
      });
      router.refresh();
    } catch {
      setErrors([{ message: t('failed') }]);
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <TextField
        id={id}
        name="file"
        type="file"
        accept=".csv,text/csv"
        label={t(`file.${of}`)}
        hint={t(`hint.${of}`)}
        error={errors[0]?.fieldId === id ? errors[0].message : undefined}
        className="max-w-xl"
      />
      <div>
        <Button type="submit" variant="primary" pending={isSending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
