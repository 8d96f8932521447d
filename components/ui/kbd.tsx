'use client';

import clsx from 'clsx';
import { keyCaps } from './keys';
import { useOwnKeys } from './own-keys';

/** Prints a shortcut where the person put it. Hidden from screen readers: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ keys, onFill = false }: { keys: string; onFill?: boolean }) {
  const own = useOwnKeys();
  return (
    <span className="inline-flex items-center gap-0.5" aria-hidden="true" translate="no" data-print="hide">
      {keyCaps(own(keys)).map((caps) => (
        <kbd
          key={caps.join('+')}
          className={clsx(
            'inline-flex h-4 min-w-4 items-center justify-center rounded-sm border px-1 font-sans text-xs leading-none',
            onFill ? 'border-current text-current' : 'border-line bg-sunken text-muted',
          )}
        >
          {caps.join(' ')}
        </kbd>
      ))}
    </span>
  );
}
