import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import type { AttachmentSender } from '@/lib/attachments/kinds';

type MessageProps = {
  side: AttachmentSender;
  /** Null where it is not told who it was. */
  byName: string | null;
  at: string;
  /** What it is, in words of ours. */
  what: ReactNode;
  marks?: ReactNode;
  /** What a person wrote. */
  words?: string | null;
  children?: ReactNode;
};

/** One line of a thread: the side it comes from stands first in words; that of the partner is set in from the other. */
export function Message({ side, byName, at, what, marks, words, children }: MessageProps) {
  const t = useTranslations('attachments.from');
  return (
    <li
      className={clsx(
        'border-line border-b px-4 py-2 text-sm last:border-b-0',
        side === 'partner' && 'border-l-4 border-l-accent bg-sunken pl-6',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-muted">{t(side)}</span>
        <span className="font-medium">{what}</span>
        {marks}
        <span className="ml-auto text-muted text-xs">
          {byName ? (
            <>
              <span translate="no">{byName}</span> ·{' '}
            </>
          ) : null}
          <DateTime at={at} />
        </span>
      </p>
      {words ? (
        <p className="wrap-anywhere whitespace-pre-line">
          <bdi translate="no">{words}</bdi>
        </p>
      ) : null}
      {children}
    </li>
  );
}
