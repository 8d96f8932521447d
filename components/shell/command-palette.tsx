'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Kbd } from '@/components/ui/kbd';
import type { NavigationEntry } from './shell-types';
import { useShortcuts } from './shortcuts';

/** Fetched when the palette is first opened. */
const PaletteDialog = dynamic(() => import('./palette-dialog').then((file) => file.PaletteDialog), { ssr: false });

type CommandPaletteProps = { entries: readonly NavigationEntry[] };

/** The button that opens the palette, and its shortcut. Place it once per page. */
export function CommandPalette({ entries }: CommandPaletteProps) {
  const t = useTranslations('shell.palette');
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  useShortcuts([{ keys: 'Mod+k', text: t('open'), run: show }]);
  return (
    <>
      <button
        type="button"
        onClick={show}
        aria-keyshortcuts="Control+k"
        className={buttonClass({ className: 'hidden! w-full justify-start! font-normal! lg:inline-flex!' })}
      >
        <Search className="size-4 text-muted" aria-hidden="true" />
        <span className="min-w-0 flex-1 truncate text-left text-muted">{t('open')}</span>
        <Kbd keys="Mod+k" />
      </button>
      <IconButton
        label={t('open')}
        onClick={show}
        icon={<Search className="size-4" aria-hidden="true" />}
        className="lg:hidden!"
      />
      {wanted ? <PaletteDialog open={open} onOpenChange={setOpen} entries={entries} /> : null}
    </>
  );
}
