'use client';

import { useTranslations } from 'next-intl';
import { enableShortcuts, useShortcutsEnabled } from '@/components/shell/shortcut-preference';
import { CheckboxField } from '@/components/ui/choice-field';

/** Turns single-key shortcuts off and on in this browser (WCAG 2.1.4). */
export function ShortcutsSwitch() {
  const t = useTranslations('identity.account');
  const enabled = useShortcutsEnabled();
  return (
    <CheckboxField
      name="shortcuts"
      label={t('shortcuts')}
      hint={t('shortcutsHint')}
      checked={enabled}
      onChange={(event) => enableShortcuts(event.currentTarget.checked)}
    />
  );
}
