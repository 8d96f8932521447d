'use client';

import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NavigationIcon } from './navigation-icon';
import { currentPlace, type NavigationEntry } from './shell-types';
import { useShortcuts } from './shortcuts';

type NavigationProps = { entries: readonly NavigationEntry[]; onNavigate?: () => void };

/** A role's own places. */
export function Navigation({ entries, onNavigate }: NavigationProps) {
  const t = useTranslations('shell');
  const place = currentPlace(entries, usePathname());
  return (
    <nav aria-label={t('mainNavigation')}>
      <ul className="flex flex-col gap-px">
        {entries.map((entry) => {
          const current = entry === place;
          return (
            <li key={entry.href}>
              <Link
                href={entry.href as Route}
                onClick={onNavigate}
                aria-current={current ? 'page' : undefined}
                className={clsx(
                  'flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-sm',
                  current ? 'bg-selected font-medium text-accent' : 'text-ink hover:bg-hover',
                )}
              >
                <NavigationIcon name={entry.icon} />
                {t(`navigation.${entry.labelKey}`)}
                {entry.waiting ? (
                  <span className="ml-auto rounded-full bg-accent px-1.5 font-medium text-on-accent text-xs">
                    <span aria-hidden="true">{entry.waiting.count}</span>
                    <span className="sr-only">{entry.waiting.text}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** `g` and a letter goes to a place, from every page. */
export function GoToShortcuts({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useTranslations('shell');
  const router = useRouter();
  useShortcuts(
    entries.flatMap(({ key, href, labelKey }) =>
      key
        ? [
            {
              keys: `g ${key}`,
              text: t('shortcuts.goTo', { page: t(`navigation.${labelKey}`) }),
              run: () => router.push(href as Route),
            },
          ]
        : [],
    ),
  );
  return null;
}
