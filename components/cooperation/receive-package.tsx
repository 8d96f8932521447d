'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { Problem, Reason } from '@/lib/kernel/problem';

type Answer = { exchangeId?: string; isKnown?: boolean; title?: string; problems?: Problem[]; reasons?: Reason[] };

/** Sends the file of a package to be checked and opens it; a file that is refused names place, rule and value of each fault. */
export function ReceivePackage({ address, addressOf }: { address: string; addressOf: string }) {
  const t = useTranslations('cooperation');
  const router = useRouter();
  const toast = useToast();
  const reasonText = useReasonText();
  const id = useId();
  const [isSending, setSending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);

  const problemText = ({ code, line, pointer, value }: Problem) =>
    t('upload.problem', {
      place: pointer || (line === undefined ? t('upload.whole') : t('upload.line', { line })),
      rule: t.has(`problem.${code}`) ? t(`problem.${code}`) : code,
      hasValue: value === undefined ? 'no' : 'yes',
      value: value ?? '',
    });
  const refused = ({ problems, reasons, title }: Answer): SummaryError[] => [
    ...(problems ?? []).map((problem) => ({ fieldId: id, message: problemText(problem) })),
    ...(reasons ?? []).map((reason) => ({ message: reasonText(reason) })),
    ...(problems || reasons ? [] : [{ message: title ?? t('upload.failed') }]),
  ];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.size === 0) return setErrors([{ fieldId: id, message: t('upload.choose') }]);
    setSending(true);
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: file,
      });
      const answer = (await response.json()) as Answer;
      if (!response.ok || !answer.exchangeId) return setErrors(refused(answer));
      toast.show({ title: t(answer.isKnown ? 'upload.known' : 'upload.done'), tone: 'success' });
      router.push(`${addressOf}${answer.exchangeId}` as Route);
    } catch {
      setErrors([{ message: t('upload.failed') }]);
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
        accept=".json,application/json"
        label={t('upload.file')}
        hint={t('upload.hint')}
        error={errors[0]?.fieldId === id ? errors[0].message : undefined}
        className="max-w-xl"
      />
      <div>
        <Button type="submit" variant="primary" pending={isSending}>
          {t('upload.send')}
        </Button>
      </div>
    </form>
  );
}
