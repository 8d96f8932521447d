'use client';

import { type FormEvent, useId, useState } from 'react';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import type { Problem, Reason } from '@/lib/kernel/problem';

type Refusal = {
  readonly title?: string;
  readonly problems?: readonly Problem[];
  readonly reasons?: readonly Reason[];
};

type SendFileFormProps = {
  /** Where the bytes of the file are posted. */
  address: string;
  contentType: string;
  /** Endings and media types the picker offers. */
  accept: string;
  words: Readonly<Record<'file' | 'hint' | 'send' | 'choose' | 'failed', string>>;
  /** The sentence of one fault of the file. */
  problemText: (problem: Problem) => string;
  /** What the server made of a file it took; the form is empty by then. */
  onTaken: (answer: unknown) => void;
};

/** Sends one file as the body of a request. A file that is refused names each of its faults beside the field. */
export function SendFileForm({ address, contentType, accept, words, problemText, onTaken }: SendFileFormProps) {
  const reasonText = useReasonText();
  const id = useId();
  const [isSending, setSending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);

  const refused = ({ problems, reasons, title }: Refusal): SummaryError[] => [
    ...(problems ?? []).map((problem) => ({ fieldId: id, message: problemText(problem) })),
    ...(reasons ?? []).map((reason) => ({ message: reasonText(reason) })),
    ...(problems || reasons ? [] : [{ message: title ?? words.failed }]),
  ];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.size === 0) return setErrors([{ fieldId: id, message: words.choose }]);
    setSending(true);
    try {
      const headers = { 'content-type': contentType, 'x-file-name': encodeURIComponent(file.name) };
      const response = await fetch(address, { method: 'POST', headers, body: file });
      const answer: unknown = await response.json();
      if (!response.ok) return setErrors(refused(answer as Refusal));
      setErrors([]);
      form.reset();
      onTaken(answer);
    } catch {
      setErrors([{ message: words.failed }]);
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
        accept={accept}
        label={words.file}
        hint={words.hint}
        error={errors[0]?.fieldId === id ? errors[0].message : undefined}
        className="max-w-xl"
      />
      <div>
        <Button type="submit" variant="primary" pending={isSending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
