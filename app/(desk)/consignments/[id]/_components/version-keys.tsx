'use client';

import { useTranslations } from 'next-intl';
import { useShortcuts } from '@/components/shell/shortcuts';

/** The versions as they stand on the page, newest first. */
const shown = () => [...document.querySelectorAll<HTMLDetailsElement>('#versions details')];

/** Opens the version before or after the one that is open, and closes that. */
function step(by: 1 | -1) {
  const all = shown();
  const from = all.findIndex(({ open }) => open);
  const target = all[from === -1 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)];
  if (!target) return;
  for (const one of all) one.open = one === target;
  target.querySelector('summary')?.focus();
}

/** Keys that go through the versions of the data. */
export function VersionKeys() {
  const t = useTranslations('consignment.versions');
  const tDesk = useTranslations('consignment.act');
  const group = tDesk('title');
  useShortcuts([
    { keys: '[', text: t('older'), run: () => step(1), group },
    { keys: ']', text: t('newer'), run: () => step(-1), group },
  ]);
  return null;
}
