'use client';

import { useTranslations } from 'next-intl';
import { initialsOf } from '@/lib/clearance/viewers';

/** Initials that stand side by side; more people are a number. */
const SHOWN = 2;

/**
 * Who else has a consignment open now, by initials. It takes its room whether anybody looks or not, so that nothing moves under the
 * reader when somebody comes.
 */
export function ViewerMarks({ names }: { names: readonly string[] }) {
  const t = useTranslations('ui.viewers');
  const more = names.length - SHOWN;
  const said = names.length > 0 ? t('look', { names: names.join(', '), count: names.length }) : undefined;
  const marks = more > 0 ? [initialsOf(names[0] ?? ''), `+${names.length - 1}`] : names.map(initialsOf);
  return (
    <span className="inline-flex h-5 w-10 shrink-0 items-center" title={said}>
      {said ? (
        <>
          <span className="sr-only">{said}</span>
          {marks.map((mark, index) => (
            <span
              // Two people may have the same letters.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
              key={`${mark} ${index}`}
              aria-hidden="true"
              translate="no"
              className="-ml-1 inline-flex size-5 items-center justify-center rounded-full border border-accent bg-surface font-semibold text-[0.625rem] text-accent first:ml-0"
            >
              {mark}
            </span>
          ))}
        </>
      ) : null}
    </span>
  );
}
