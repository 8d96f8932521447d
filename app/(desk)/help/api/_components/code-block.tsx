import type { ReactNode } from 'react';

/** Text for a machine, as it is typed or sent; long lines scroll within it. */
export function CodeBlock({ text, label, action }: { text: string; label: string; action?: ReactNode }) {
  return (
    <div className="flex min-w-0 items-start gap-1 rounded-md bg-sunken">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-96 min-w-0 flex-1 overflow-auto p-3 font-mono text-xs"
        translate="no"
        data-scroll=""
      >
        {text}
      </pre>
      {action ? <div className="p-1">{action}</div> : null}
    </div>
  );
}
