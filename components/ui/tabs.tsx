import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Count } from './quantity';

export type TabLink = { href: string; label: ReactNode; current: boolean; count?: number; icon?: ReactNode };

/** Views of one list as links, each with the number its filter returns. The URL is the state. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b" data-print="hide">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href as Route}
              aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                '-outline-offset-2! flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-2.5 text-sm',
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-muted hover:border-line-strong hover:text-ink forced-colors:border-[Canvas]',
              )}
            >
              {tab.icon}
              {tab.label}
              {tab.count === undefined ? null : (
                <span
                  className={clsx(
                    'rounded-full px-1.5 font-medium text-xs leading-4.5',
                    tab.current ? 'bg-selected text-accent' : 'bg-sunken text-muted',
                  )}
                >
                  <Count value={tab.count} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
