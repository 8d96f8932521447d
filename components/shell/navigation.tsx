'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { isOpen, type NavigationGroup, type NavigationPart, partsOf } from './navigation-groups';
import { NavigationIcon } from './navigation-icon';
import { currentPlace, type NavigationEntry } from './shell-types';
import { useShortcuts } from './shortcuts';
import { useChosenGroups } from './use-chosen-groups';

type NavigationProps = {
  entries: readonly NavigationEntry[];
  /** The value of the cookie of open groups, as the server got it. */
  cookie: string;
  onNavigate?: () => void;
};

/** A role's own places, under headings that open and close where they are many. */
export function Navigation({ entries, cookie, onNavigate }: NavigationProps) {
  const t = useTranslations('shell');
  const place = currentPlace(entries, usePathname());
  const [chosen, choose] = useChosenGroups(cookie);
  return (
    <nav aria-label={t('mainNavigation')} className="flex flex-col gap-1">
      {partsOf(entries).map((part, index) => {
        const places = { place, onNavigate, entries: part.entries };
        if (part.group === null) return <Places key="own" {...places} />;
        const open = isOpen(chosen, part, index === 0, place);
        return <Group key={part.group} {...places} group={part.group} open={open} onChoose={choose} />;
      })}
    </nav>
  );
}

type PlacesProps = {
  entries: NavigationPart['entries'];
  place: NavigationEntry | null;
  onNavigate?: () => void;
  id?: string;
  hidden?: boolean;
  labelledBy?: string;
};

function Places({ entries, place, onNavigate, id, hidden, labelledBy }: PlacesProps) {
  const t = useTranslations('shell.navigation');
  return (
    <ul id={id} aria-labelledby={labelledBy} className={clsx('flex-col gap-px', hidden ? 'hidden' : 'flex')}>
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
              {t(entry.labelKey)}
              {entry.waiting ? <Waiting {...entry.waiting} /> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Waiting({ count, text }: NonNullable<NavigationEntry['waiting']>) {
  return (
    <span className="ml-auto rounded-full bg-accent px-1.5 font-medium text-on-accent text-xs">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}

type GroupProps = Omit<PlacesProps, 'id' | 'hidden' | 'labelledBy'> & {
  group: NavigationGroup;
  open: boolean;
  onChoose: (group: NavigationGroup, open: boolean) => void;
};

/** A heading and its places. Closed, the heading bears what would not be seen: that the page shown is within, and what waits there. */
function Group({ group, open, onChoose, ...places }: GroupProps) {
  const t = useTranslations('shell.navigationGroup');
  const id = useId();
  const holdsPlace = !open && places.place !== null && places.entries.includes(places.place);
  const waiting = open ? undefined : places.entries.find((entry) => entry.waiting)?.waiting;
  return (
    <div className="flex flex-col gap-px">
      <button
        type="button"
        id={`${id}-name`}
        aria-expanded={open}
        aria-controls={id}
        aria-current={holdsPlace ? 'true' : undefined}
        onClick={() => onChoose(group, !open)}
        className={clsx(
          'flex min-h-7 items-center gap-2 rounded-md px-2 text-left font-medium text-xs hover:bg-hover',
          holdsPlace ? 'bg-selected text-accent' : 'text-muted',
        )}
      >
        <ChevronRight className={clsx('size-4 shrink-0', open && 'rotate-90')} aria-hidden="true" />
        {t(group)}
        {waiting ? <Waiting {...waiting} /> : null}
      </button>
      <Places {...places} id={id} hidden={!open} labelledBy={`${id}-name`} />
    </div>
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
