'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import { formatBytes } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xml: 'application/xml',
};

type Sending = { sentBytes: number; totalBytes: number };

/** Streams a file to the intake, shows how far it is, then opens the submission, where the records are counted. */
export function UploadForm({ submissionsHref }: { submissionsHref: string }) {
  const t = useTranslations('submissions.uploadPage');
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(null);
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') return setError(t('chooseFile'));
    if (file.size === 0) return setError(t('emptyFile'));
    const contentType = CONTENT_TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!contentType) return setError(t('wrongType'));
    setSending({ sentBytes: 0, totalBytes: file.size });
    // XMLHttpRequest, because fetch does not tell how much was sent.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/submissions');
    request.setRequestHeader('content-type', contentType);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = (progress) => setSending({ sentBytes: progress.loaded, totalBytes: file.size });
    request.onload = () => {
      const answer = parse(request.responseText);
      // A file refused as a whole is kept too: its page says what is wrong.
      if (answer.submissionId) {
        router.push(`${submissionsHref}/${answer.submissionId}` as Route);
        return;
      }
      setSending(null);
      setError(answer.reasons?.[0]?.message ?? answer.title ?? t('failed'));
    };
    request.onerror = () => {
      setSending(null);
      setError(t('failed'));
    };
    request.send(file);
  };

  return (
    <Panel>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {error ? <ErrorSummary errors={[{ fieldId: 'file', message: error }]} /> : null}
        <FileField
          name="file"
          pick={t('pick')}
          none={t('noFile')}
          label={t('file')}
          hint={t('hint')}
          accept=".csv,.json,.ndjson,.xml"
          error={error ?? undefined}
        />
        {sending ? (
          <Progress
            label={t('progress')}
            value={sending.sentBytes}
            max={sending.totalBytes}
            text={t('sent', {
              sent: formatBytes(locale, sending.sentBytes),
              total: formatBytes(locale, sending.totalBytes),
            })}
          />
        ) : null}
        <div>
          <Button type="submit" variant="primary" pending={sending !== null}>
            {sending ? t(sending.sentBytes < sending.totalBytes ? 'sending' : 'processing') : t('send')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

type Answer = { submissionId?: string; title?: string; reasons?: readonly { message?: string }[] };

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
