'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { PackageSearch } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NavigationIcon } from './navigation-icon';
import { findHref, type NavigationEntry } from './shell-types';

const itemClass =
  'flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2 text-sm data-[selected=true]:bg-selected data-[selected=true]:text-accent';
const groupClass =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs';

type PaletteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entries: readonly NavigationEntry[];
};

/** Goes to a page, or looks a typed reference up among the consignments. */
export function PaletteDialog({ open, onOpenChange, entries }: PaletteDialogProps) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const reference = typed.trim();
  const found = reference ? findHref(entries, reference) : null;
  const change = (next: boolean) => {
    if (!next) setTyped('');
    onOpenChange(next);
  };
  const go = (href: string) => {
    change(false);
    router.push(href as Route);
  };
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-4 pt-[12vh]">
          <Dialog.Popup className="w-full max-w-xl overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-overlay">
            <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
            <Command label={t('palette.title')} loop>
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder={t('palette.placeholder')}
                className="-outline-offset-2! h-12 w-full border-line border-b bg-transparent px-4 text-base"
              />
              <Command.List label={t('palette.results')} className="max-h-80 overflow-y-auto p-1.5">
                <Command.Group heading={t('palette.pages')} className={groupClass}>
                  {entries.map((entry) => (
                    <Command.Item
                      key={entry.href}
                      value={t(`navigation.${entry.labelKey}`)}
                      onSelect={() => go(entry.href)}
                      className={itemClass}
                    >
                      <NavigationIcon name={entry.icon} />
                      {t(`navigation.${entry.labelKey}`)}
                    </Command.Item>
                  ))}
                </Command.Group>
                {found ? (
                  <Command.Group heading={t('palette.finding')} className={groupClass} forceMount>
                    <Command.Item
                      value={`find ${reference}`}
                      forceMount
                      onSelect={() => go(found)}
                      className={itemClass}
                    >
                      <PackageSearch className="size-4" aria-hidden="true" />
                      <span>
                        {t.rich('palette.find', {
                          reference: () => (
                            <bdi className="font-mono" translate="no">
                              {reference}
                            </bdi>
                          ),
                        })}
                      </span>
                    </Command.Item>
                  </Command.Group>
                ) : null}
              </Command.List>
            </Command>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
