import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';

type EntryProps = {
  title: ReactNode;
  marks?: ReactNode;
  byName: string;
  at: string;
  /** Words a person wrote. */
  words?: readonly (string | null)[];
  children?: ReactNode;
};

/** One proceeding: what it is, who began it when, and what was written. */
export function Entry({ title, marks, byName, at, words = [], children }: EntryProps) {
  return (
    <li className="border-line border-b px-4 py-2 text-sm last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{title}</span>
        {marks}
        <span className="ml-auto text-muted text-xs">
          <span translate="no">{byName}</span> · <DateTime at={at} />
        </span>
      </p>
      {words.map((text) =>
        text ? (
          <p key={text} className="whitespace-pre-line">
            <bdi translate="no">{text}</bdi>
          </p>
        ) : null,
      )}
      {children}
    </li>
  );
}
