import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ToastProvider } from '@/components/ui/toast';
import type { OwnKeys } from '@/lib/identity/own-keys';
import { CommandPalette } from './command-palette';
import { MobileNavigation } from './mobile-navigation';
import { GoToShortcuts, Navigation } from './navigation';
import { OfficeSwitcher } from './office-switcher';
import { PageHelpLink } from './page-help-link';
import type { NavigationEntry, ShellAction, ShellOffice, ShellUser } from './shell-types';
import { ShortcutProvider } from './shortcuts';
import { UndoKey } from './undo-key';
import { UserMenu } from './user-menu';
import { WordMark } from './word-mark';

export type AppShellProps = {
  user: ShellUser;
  offices: readonly ShellOffice[];
  currentOfficeId: string;
  navigation: readonly NavigationEntry[];
  /** The cookie in which the person's browser keeps which groups of places are open. */
  navigationCookie: string;
  signOutAction: ShellAction;
  lockAction: ShellAction;
  signInHref: string;
  switchOfficeAction: ShellAction;
  /** Where the person put single-key shortcuts. */
  ownKeys: OwnKeys;
  children: ReactNode;
};

/** The frame around every page of a signed-in person: places on the left, a bar on top where the screen is narrow. */
export function AppShell(props: AppShellProps) {
  const {
    user,
    offices,
    currentOfficeId,
    navigation,
    navigationCookie,
    signOutAction,
    lockAction,
    signInHref,
    switchOfficeAction,
    ownKeys,
    children,
  } = props;
  const t = useTranslations('shell');
  const office = <OfficeSwitcher offices={offices} currentOfficeId={currentOfficeId} action={switchOfficeAction} />;
  const home = (
    <Link href={'/' as Route} className="rounded-md px-1 py-1">
      <WordMark />
    </Link>
  );
  return (
    <ShortcutProvider ownKeys={ownKeys}>
      <ToastProvider>
        <UndoKey />
        <GoToShortcuts entries={navigation} />
        <a
          href="#main"
          data-print="hide"
          className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-on-accent text-sm focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <div className="lg:grid print:block lg:min-h-dvh lg:grid-cols-[var(--spacing-sidebar)_minmax(0,1fr)]">
          <header
            data-print="hide"
            className="sticky top-0 z-30 flex h-topbar items-center gap-2 border-line border-b bg-surface px-3 lg:h-dvh lg:flex-col lg:items-stretch lg:gap-3 lg:border-r lg:border-b-0 lg:py-3"
          >
            <div className="lg:hidden">
              <MobileNavigation entries={navigation} cookie={navigationCookie}>
                {office}
                <PageHelpLink />
              </MobileNavigation>
            </div>
            {home}
            <div className="flex-1 lg:hidden" />
            <div className="hidden lg:block">{office}</div>
            <CommandPalette entries={navigation} />
            <div className="hidden min-h-0 flex-1 overflow-y-auto lg:block">
              <Navigation entries={navigation} cookie={navigationCookie} />
            </div>
            <div className="hidden border-line border-t pt-2 lg:block">
              <PageHelpLink />
              <UserMenu {...{ user, signOutAction, lockAction, signInHref }} />
            </div>
            <div className="lg:hidden">
              <UserMenu {...{ user, signOutAction, lockAction, signInHref }} compact />
            </div>
          </header>
          <main id="main" tabIndex={-1} className="flex min-w-0 flex-col gap-4 p-gutter outline-none!">
            {children}
          </main>
        </div>
      </ToastProvider>
    </ShortcutProvider>
  );
}
