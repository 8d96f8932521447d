'use client';

import { useTranslations } from 'next-intl';
import { CheckboxField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { keyCaps } from '@/components/ui/keys';
import { useOwnKeys } from '@/components/ui/own-keys';
import { enableShortcuts, useShortcutsEnabled } from './shortcut-preference';
import { groupShortcuts, type Shortcut } from './shortcut-registry';

/** Every shortcut of the page in words, and the switch that turns single keys off. Open while there is a list. */
export function ShortcutSheet({ shortcuts, onClose }: { shortcuts: readonly Shortcut[] | null; onClose: () => void }) {
  const t = useTranslations('shell.shortcuts');
  const enabled = useShortcutsEnabled();
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      open={shortcuts !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="md"
    >
      <CheckboxField
        name="shortcuts-enabled"
        label={t('enabled')}
        hint={t('enabledHint')}
        checked={enabled}
        onChange={(event) => enableShortcuts(event.currentTarget.checked)}
      />
      {groupShortcuts(shortcuts ?? [], t('general')).map(([group, entries]) => (
        <section key={group} aria-label={group}>
          <h3 className="mb-1 text-muted text-xs">{group}</h3>
          <dl>
            {entries.map((entry) => (
              <div
                key={entry.keys}
                className="flex items-center justify-between gap-4 border-line border-b py-1.5 text-sm last:border-b-0"
              >
                <dt>{entry.text}</dt>
                <dd>
                  <Keys keys={entry.keys} then={t('then')} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

/** A shortcut that is read aloud too: `G then T`. */
function Keys({ keys, then }: { keys: string; then: string }) {
  const own = useOwnKeys();
  return (
    <span className="flex items-center gap-1 text-muted text-xs">
      {keyCaps(own(keys)).map((caps, index) => (
        <span key={caps.join('+')} className="flex items-center gap-1">
          {index > 0 ? then : null}
          {caps.map((cap) => (
            <kbd
              key={cap}
              translate="no"
              className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-ink"
            >
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
