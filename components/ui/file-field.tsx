'use client';

import clsx from 'clsx';
import { FileUp } from 'lucide-react';
import { useLocale } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { buttonClass } from './button-class';
import { controlLinks, FieldFrame, type FieldTexts } from './field-frame';
import { formatBytes } from './format';

type FileFieldProps = FieldTexts &
  Pick<ComponentProps<'input'>, 'accept'> & {
    /** The text of the button, and what stands beside it until a file is chosen. */
    pick: string;
    none: string;
  };

/**
 * One file: the native control lies unseen over a button of ours, so that a press, a key and a file dropped on it work as everywhere;
 * name and size of what was chosen stand beside it.
 */
export function FileField({ accept, pick, none, ...texts }: FileFieldProps) {
  const locale = useLocale();
  const [chosen, setChosen] = useState<File | null>(null);
  return (
    <FieldFrame texts={texts}>
      <span className="relative flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
        <input
          {...controlLinks(texts)}
          type="file"
          accept={accept}
          onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <span className={clsx(buttonClass(), 'pointer-events-none')} aria-hidden="true">
          <FileUp className="size-4" />
          {pick}
        </span>
        <span className="min-w-0 break-all text-sm" aria-live="polite">
          {chosen ? (
            <span translate="no">
              {chosen.name} <span className="whitespace-nowrap text-muted">{formatBytes(locale, chosen.size)}</span>
            </span>
          ) : (
            <span className="text-muted">{none}</span>
          )}
        </span>
      </span>
    </FieldFrame>
  );
}
