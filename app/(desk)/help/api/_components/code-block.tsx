/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import type { ReactNode } from 'react';

/** Text for a machine, as it is typed or sent; long lines scroll within it. */
export function CodeBlock({ text, label, action }: { text: string; label: string; action?: ReactNode }) {
  return (
    <div className="flex min-w-0 items-start gap-1 rounded-md bg-sunken">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={label}
        className="max-h-96 min-w-0 flex-1 overflow-auto p-3"
        data-scroll=""
      >
        <pre className="font-mono text-xs" translate="no">
          {text}
        </pre>
      </section>
      {action ? <div className="p-1">{action}</div> : null}
    </div>
  );
}
