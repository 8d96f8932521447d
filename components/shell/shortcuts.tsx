'use client';

import { useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isCharacterKey, pressOf } from '@/components/ui/keys';
import { OwnKeysProvider } from '@/components/ui/own-keys';
import { asMeant, type OwnKeys } from '@/lib/identity/own-keys';
import { shortcutsEnabled } from './shortcut-preference';
import { matchPress, type Shortcut } from './shortcut-registry';
import { ShortcutSheet } from './shortcut-sheet';

/** How long the first key of a sequence waits for the next. */
const SEQUENCE_MS = 1200;

type Registry = Map<string, readonly Shortcut[]>;
type ShortcutPort = { registry: Registry; openSheet: () => void };
const ShortcutContext = createContext<ShortcutPort | null>(null);

/** Whether the press belongs to what it was made in: a field, a dialog, a menu, or a control that Enter activates. */
function belongsToTarget(event: KeyboardEvent, press: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || !isCharacterKey(press)) return false;
  if (target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'))
    return true;
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) return true;
  return (press === 'Enter' || press === ' ') && target.closest('a, button, summary, label, [role=button]') !== null;
}

type ShortcutProviderProps = {
  /** Where the person put single keys. */
  ownKeys: OwnKeys;
  children: ReactNode;
};

/** Listens for every shortcut registered below it and shows the sheet that lists them. */
export function ShortcutProvider({ ownKeys, children }: ShortcutProviderProps) {
  const [registry] = useState<Registry>(() => new Map());
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null);
  const port = useMemo<ShortcutPort>(
    () => ({ registry, openSheet: () => setListed([...registry.values()].flat()) }),
    [registry],
  );
  const waiting = useRef({ prefix: '', until: 0 });

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const press = pressOf(event);
      if (event.defaultPrevented || event.isComposing || !press) return;
      if (belongsToTarget(event, press) || (isCharacterKey(press) && !shortcutsEnabled())) return;
      const prefix = waiting.current.until > event.timeStamp ? waiting.current.prefix : '';
      const match = matchPress([...registry.values()].flat(), prefix, press, asMeant(ownKeys, press));
      waiting.current = { prefix: match.kind === 'wait' ? match.prefix : '', until: event.timeStamp + SEQUENCE_MS };
      if (match.kind === 'none') return;
      event.preventDefault();
      if (match.kind === 'run') match.shortcut.run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [registry, ownKeys]);

  return (
    <ShortcutContext value={port}>
      <OwnKeysProvider ownKeys={ownKeys}>
        <SheetShortcut openSheet={port.openSheet} />
        {children}
        <ShortcutSheet shortcuts={listed} onClose={() => setListed(null)} />
      </OwnKeysProvider>
    </ShortcutContext>
  );
}

function SheetShortcut({ openSheet }: { openSheet: () => void }) {
  const t = useTranslations('shell.shortcuts');
  useShortcuts([{ keys: '?', text: t('showSheet'), run: openSheet }]);
  return null;
}

/**
 * Registers shortcuts while the calling part of the page is shown. Print each on its button with `kbd`.
 * Keys typed into fields, dialogs and menus stay there, `Mod+` ones excepted.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const port = useContext(ShortcutContext);
  const id = useId();
  // With the content, not after it is painted: a key that can be read can be pressed.
  useLayoutEffect(() => {
    port?.registry.set(id, shortcuts);
  }, [port, id, shortcuts]);
  useLayoutEffect(
    () => () => {
      port?.registry.delete(id);
    },
    [port, id],
  );
}

/** Opens the sheet from a menu. */
export function useShortcutSheet(): () => void {
  const port = useContext(ShortcutContext);
  return () => port?.openSheet();
}
