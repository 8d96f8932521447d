'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useReasonText } from '@/components/forms/reason-text';
import { useProblemText } from '@/components/reference/problem-text';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { SelectField, TextField } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import type { Problem, Reason } from '@/lib/kernel/problem';

type UploadFormProps = {
  kinds: readonly string[];
  chosen: string | null;
  /** Parts of the files of each list that have several side by side. */
  seriesOf: Readonly<Record<string, readonly string[]>>;
  today: string;
  loadsHref: string;
};
type Answer = { loadId?: string; title?: string; problems?: Problem[]; reasons?: Reason[] };
type Sending = { sentBytes: number; totalBytes: number };

/** Sends a file to be looked at, shows how far it is, then opens what it would change. */
export function UploadForm({ kinds, chosen, seriesOf, today, loadsHref }: UploadFormProps) {
  const t = useTranslations('reference');
  const router = useRouter();
  const problemText = useProblemText();
  const reasonText = useReasonText();
  const [kind, setKind] = useState(chosen ?? '');
  const [sending, setSending] = useState<Sending | null>(null);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const series = seriesOf[kind] ?? [];
  const errorOf = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.message;

  const refused = (answer: Answer): SummaryError[] => {
    const problems = answer.problems?.map((problem) => ({
      fieldId: problem.pointer === 'series' ? 'series' : 'file',
      message: problemText(problem),
    }));
    const reasons = answer.reasons?.map((reason) => ({ message: reasonText(reason) }));
    return problems ?? reasons ?? [{ message: answer.title ?? t('upload.failed') }];
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const missing: SummaryError[] = [];
    if (kind === '') missing.push({ fieldId: 'kind', message: t('upload.chooseKind') });
    if (!(file instanceof File) || file.size === 0) missing.push({ fieldId: 'file', message: t('upload.chooseFile') });
    setErrors(missing);
    if (missing.length > 0 || !(file instanceof File)) return;
    setSending({ sentBytes: 0, totalBytes: file.size });
    const query = new URLSearchParams({ kind });
    for (const name of ['series', 'edition', 'validFrom']) {
      const value = form.get(name);
      if (typeof value === 'string' && value !== '') query.set(name, value);
    }
    // XMLHttpRequest, because fetch does not tell how much was sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/reference/loads?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = (progress) => setSending({ sentBytes: progress.loaded, totalBytes: file.size });
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status < 300 && answer.loadId) {
        router.push(`${loadsHref}${answer.loadId}` as Route);
        return;
      }
      setSending(null);
      setErrors(refused(answer));
    };
    request.onerror = () => {
      setSending(null);
      setErrors([{ message: t('upload.failed') }]);
    };
    request.send(file);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          name="kind"
          label={t('upload.kind')}
          hint={t('upload.kindHint')}
          prompt={t('upload.choose')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          error={errorOf('kind')}
          options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
        <TextField
          name="file"
          type="file"
          label={t('upload.file')}
          hint={t('upload.fileHint')}
          accept=".csv,.txt"
          error={errorOf('file')}
        />
        {series.length > 0 ? (
          <SelectField
            name="series"
            label={t('upload.series')}
            hint={t('upload.seriesHint')}
            prompt={t('upload.noSeries')}
            error={errorOf('series')}
            options={series.map((one) => ({ value: one, label: t(`series.${one}`) }))}
          />
        ) : null}
        <TextField name="edition" label={t('upload.edition')} hint={t('upload.editionHint')} maxLength={100} optional />
        <TextField
          name="validFrom"
          type="date"
          label={t('upload.validFrom')}
          hint={t('upload.validFromHint')}
          defaultValue={today}
        />
      </div>
      {sending ? (
        <Progress
          label={t('upload.progress')}
          value={sending.sentBytes}
          max={sending.totalBytes}
          text={t('upload.sent', { sent: sending.sentBytes, total: sending.totalBytes })}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={sending !== null}>
          {sending ? t(sending.sentBytes < sending.totalBytes ? 'upload.sending' : 'upload.reading') : t('upload.send')}
        </Button>
      </div>
    </form>
  );
}

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
