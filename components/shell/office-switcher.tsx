'use client';

import { Building2, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Menu, MenuRadio } from '@/components/ui/menu';
import { waitingValues } from '@/lib/clearance/waiting';
import type { ShellAction, ShellOffice } from './shell-types';

type OfficeSwitcherProps = { offices: readonly ShellOffice[]; currentOfficeId: string; action: ShellAction };

/** The office whose work is shown. With one office it is only named. */
export function OfficeSwitcher({ offices, currentOfficeId, action }: OfficeSwitcherProps) {
  const t = useTranslations('shell.office');
  const [pending, startTransition] = useTransition();
  const current = offices.find((office) => office.id === currentOfficeId);
  if (!current) return null;
  if (offices.length < 2) {
    return (
      <p className="flex items-center gap-2 px-2 text-muted text-sm">
        <Building2 className="size-4 shrink-0" aria-hidden="true" />
        <span translate="no">{current.name}</span>
      </p>
    );
  }
  const change = (officeId: string) => {
    const form = new FormData();
    form.set('officeId', officeId);
    startTransition(async () => {
      await action(form);
    });
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-busy={pending || undefined}
          className={buttonClass({ className: 'w-full min-w-0 justify-start! text-left' })}
        >
          <Building2 className="size-4 shrink-0 text-muted" aria-hidden="true" />
          <span className="sr-only">{t('switch')}: </span>
          <span className="min-w-0 flex-1 truncate" translate="no">
            {current.name}
          </span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
        </button>
      }
    >
      <MenuRadio
        label={t('label')}
        value={currentOfficeId}
        onValueChange={change}
        options={offices.map(({ id, name, waiting }) => ({
          value: id,
          label: (
            <span className="flex justify-between gap-4">
              <span translate="no">{name}</span>
              {waiting === null ? null : <span className="text-muted">{t('waiting', waitingValues(waiting))}</span>}
            </span>
          ),
        }))}
      />
    </Menu>
  );
}
