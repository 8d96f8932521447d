'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { initialsOf } from '@/lib/clearance/viewers';

type ViewerMarkProps = {
  names: readonly string[];
  /** Where it stands; it takes no room of what is around it, or always the same. */
  className: string;
};

/**
 * Who else has a consignment open now: the initials of one, the number of several, all by name in its title. It moves nothing when
 * somebody comes or goes.
 */
export function ViewerMark({ names, className }: ViewerMarkProps) {
  const t = useTranslations('ui.viewers');
  const [first] = names;
  const said = first === undefined ? undefined : t('look', { names: names.join(', '), count: names.length });
  return (
    <span className={clsx('inline-flex size-5', className)} title={said}>
      {first === undefined ? null : (
        <>
          <span className="sr-only">{said}</span>
          <span
            aria-hidden="true"
            translate="no"
            className="inline-flex size-5 items-center justify-center rounded-full border border-accent bg-surface font-semibold text-[0.625rem] text-accent"
          >
            {names.length === 1 ? initialsOf(first) : names.length}
          </span>
        </>
      )}
    </span>
  );
}
