'use client';

import { CircleHelp } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { screenOf } from '@/lib/help/screens';

/** Leads from any page to what it is for, how one works with it and the provision it rests on. */
export function PageHelpLink() {
  const t = useTranslations('shell');
  const screen = screenOf(usePathname());
  if (!screen) return null;
  return (
    <Link
      href={`/help/screens#${screen.key}` as Route}
      prefetch={false}
      className="flex min-h-target items-center gap-2 rounded-md px-2 text-muted text-sm hover:bg-hover hover:text-ink"
    >
      <CircleHelp className="size-4 shrink-0" aria-hidden="true" />
      {t('pageHelp')}
    </Link>
  );
}
