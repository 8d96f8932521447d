import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export type Description = {
  term: ReactNode;
  /** Nothing given reads as a dash that is said aloud as `not given`. */
  value?: ReactNode;
  /** The value came from a sender or a code list: not translated, its own direction. */
  data?: boolean;
  hint?: ReactNode;
  /** Draws the eye: the value a reason rests on, or one that changed. */
  marked?: boolean;
};

/** Where there is no room for both, the value stands under its name. */
const lineClass =
  'grid grid-cols-[minmax(0,1fr)] items-start gap-x-3 border-line border-t py-1.5 @3xs:grid-cols-[minmax(4.5rem,7.5rem)_minmax(0,1fr)]';

type DescriptionListProps = { items: readonly Description[]; columns?: 1 | 2 | 3; className?: string };

/** Names and values of one thing, in as many columns as asked for where there is room. */
export function DescriptionList({ items, columns = 1, className }: DescriptionListProps) {
  const t = useTranslations('ui.value');
  return (
    <div className={clsx('@container', className)}>
      <dl
        className={clsx('grid gap-x-8 overflow-hidden text-sm *:-mt-px', {
          '@xl:grid-cols-2': columns >= 2,
          '@4xl:grid-cols-3': columns === 3,
        })}
      >
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the terms is fixed
          <div key={index} className={lineClass}>
            <dt className="text-muted">{item.term}</dt>
            <dd className={clsx('wrap-anywhere min-w-0', item.marked && '-mx-1 rounded-sm bg-warning-bg px-1')}>
              {item.value === undefined || item.value === null || item.value === '' ? (
                <Absent label={t('absent')} />
              ) : item.data ? (
                <bdi translate="no">{item.value}</bdi>
              ) : (
                item.value
              )}
              {item.hint ? <span className="block text-muted text-xs">{item.hint}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A dash for a value nobody gave. */
export function Absent({ label }: { label: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
