'use client';

import { CircleUserRound, Keyboard, LogOut, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import type { ShellAction, ShellUser } from './shell-types';
import { useShortcutSheet } from './shortcuts';

type UserMenuProps = {
  user: ShellUser;
  signOutAction: ShellAction;
  lockAction: ShellAction;
  /** Where whoever is next signs in. */
  signInHref: string;
  compact?: boolean;
};

/** What this tab remembers of a person's way through their work is theirs. Storage may be forbidden: then there is nothing. */
function forgetTab(): void {
  try {
    window.sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
}

/** Who is signed in, the theme, the shortcuts, and the way out. */
export function UserMenu({ user, signOutAction, lockAction, signInHref, compact = false }: UserMenuProps) {
  const t = useTranslations('shell.account');
  const openSheet = useShortcutSheet();
  const [pending, startTransition] = useTransition();
  const signOut = () =>
    startTransition(async () => {
      forgetTab();
      await signOutAction(new FormData());
    });
  const lock = () =>
    startTransition(async () => {
      await lockAction(new FormData());
      forgetTab();
      // A full load in the place of this page: nothing of this person stays in the memory of the browser, nor behind its back button.
      window.location.replace(signInHref);
    });
  const icon = <CircleUserRound className="size-5 shrink-0 text-muted" aria-hidden="true" />;
  return (
    <Menu
      align={compact ? 'end' : 'start'}
      trigger={
        <button
          type="button"
          aria-busy={pending || undefined}
          aria-label={t('open', { name: user.name })}
          className={buttonClass({
            variant: 'ghost',
            className: compact ? 'w-8 px-0!' : 'h-auto! w-full justify-start! py-1.5 text-left',
          })}
        >
          {icon}
          {compact ? null : (
            <span className="min-w-0 flex-1">
              <span className="block truncate" translate="no">
                {user.name}
              </span>
              <span className="block truncate font-normal text-muted text-xs">{user.roleLabel}</span>
            </span>
          )}
        </button>
      }
    >
      <MenuLabel>
        {t('signedIn')}
        <span className="block font-medium text-ink text-sm" translate="no">
          {user.name}
        </span>
        {user.roleLabel}
      </MenuLabel>
      <MenuSeparator />
      <ThemeSwitch />
      <MenuSeparator />
      <MenuItem onSelect={openSheet} kbd="?" icon={<Keyboard className="size-4 text-muted" aria-hidden="true" />}>
        {t('shortcuts')}
      </MenuItem>
      <MenuItem onSelect={lock} icon={<Users className="size-4 text-muted" aria-hidden="true" />}>
        {t('switchUser')}
      </MenuItem>
      <MenuItem onSelect={signOut} icon={<LogOut className="size-4 text-muted" aria-hidden="true" />}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
