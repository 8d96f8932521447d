import { X } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';

type FilterChipProps = {
  label: string;
  value: string;
  /** The same list without this filter. */
  removeHref: string;
  /** The value is data, not a word of the product. */
  data?: boolean;
};

/** A filter in force; pressing it takes it away. */
export function FilterChip({ label, value, removeHref, data = false }: FilterChipProps) {
  const t = useTranslations('ui.filter');
  return (
    <li>
      <Link
        href={removeHref as Route}
        scroll={false}
        className="inline-flex min-h-target items-center gap-1.5 rounded-full border border-line-strong bg-surface py-0.5 pr-1.5 pl-2.5 text-xs hover:bg-hover"
      >
        <span className="sr-only">{t('remove')} </span>
        <span className="text-muted">{label}</span>
        <span className="font-medium" translate={data ? 'no' : undefined}>
          {value}
        </span>
        <X className="size-3.5 text-muted" aria-hidden="true" />
      </Link>
    </li>
  );
}

/** The filters in force, above the list they narrow, and one way to clear them all. */
export function FilterChips({ children, clearHref }: { children: ReactNode; clearHref?: string }) {
  const t = useTranslations('ui.filter');
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="show">
      <ul className="flex flex-wrap gap-1.5" aria-label={t('inForce')}>
        {children}
      </ul>
      {clearHref ? (
        <TextLink href={clearHref} scroll={false} className="inline-flex min-h-target items-center text-xs">
          {t('clear')}
        </TextLink>
      ) : null}
    </div>
  );
}
