'use client';
/* oxlint-disable jsx-a11y/no-autofocus -- what stops the form is what the person has to hear of first */

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

export type SummaryError = {
  message: ReactNode;
  /** The control to go to. */
  fieldId?: string;
  /** The paragraph of law or policy behind a refusal. */
  citation?: ReactNode;
};

/** Everything that stops a form, each with a way to its field. Takes the focus when it appears or changes, without script as well; `key` it by attempt to take it again. */
export function ErrorSummary({ title, errors }: { title?: ReactNode; errors: readonly SummaryError[] }) {
  const t = useTranslations('ui.field');
  const box = useRef<HTMLDivElement>(null);
  // By content, not identity: drawing the same errors again must not take the focus from someone who is typing.
  const content = errors.map(({ fieldId, message }) => `${fieldId ?? ''}:${String(message)}`).join('\n');
  useEffect(() => {
    if (content) box.current?.focus();
  }, [content]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // A page that comes back without script is read from here. With script the effect above does it.
      // biome-ignore lint/a11y/noAutofocus: what stops the form is what the person has to hear of first
      autoFocus
      className="rounded-md border border-danger border-l-4 bg-danger-bg px-3 py-2 text-sm"
    >
      <p className="font-semibold">{title ?? t('summary', { count: errors.length })}</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {errors.map((error, index) => (
          // Two errors may read the same; their place is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>
            {error.fieldId ? (
              <a href={`#${error.fieldId}`} className="font-medium text-danger underline underline-offset-2">
                {error.message}
              </a>
            ) : (
              error.message
            )}
            {error.citation ? <span className="block text-muted text-xs">{error.citation}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
