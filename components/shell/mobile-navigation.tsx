'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Menu as MenuIcon, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Navigation } from './navigation';
import type { NavigationEntry } from './shell-types';

type MobileNavigationProps = { entries: readonly NavigationEntry[]; cookie: string; children?: ReactNode };

/** The navigation behind a button, for narrow screens; `children` stands above the places. */
export function MobileNavigation({ entries, cookie, children }: MobileNavigationProps) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger aria-label={t('openMenu')} className={buttonClass({ variant: 'ghost', className: 'w-8 px-0!' })}>
        <MenuIcon className="size-5" aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col gap-3 overflow-y-auto border-line border-r bg-raised p-3 text-ink shadow-overlay">
          <div className="flex items-center justify-between pl-2">
            <Dialog.Title className="font-semibold text-base">{t('openMenu')}</Dialog.Title>
            <Dialog.Close
              aria-label={t('closeMenu')}
              className={buttonClass({ variant: 'ghost', className: 'w-8 px-0!' })}
            >
              <X className="size-4" aria-hidden="true" />
            </Dialog.Close>
          </div>
          {children}
          <Navigation entries={entries} cookie={cookie} onNavigate={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
