import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from './button-link';

type PaginationProps = { previousHref?: string; nextHref?: string; summary?: ReactNode };

/** Pages of a list that is paged by key: back and on, no page numbers. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  const t = useTranslations('ui.pagination');
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center gap-2 px-3 py-2 text-sm" data-print="hide">
      <p className="min-w-0 flex-1 text-muted">{summary}</p>
      {previousHref ? (
        <ButtonLink size="sm" href={previousHref} icon={<ChevronLeft className="size-4" aria-hidden="true" />}>
          {t('previous')}
        </ButtonLink>
      ) : null}
      {nextHref ? (
        <ButtonLink size="sm" href={nextHref}>
          {t('next')}
          <ChevronRight className="size-4" aria-hidden="true" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
