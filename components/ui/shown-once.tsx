import type { ReactNode } from 'react';
import { Callout } from './callout';
import { CopyButton } from './copy-button';

type ShownOnceProps = { title: string; children: ReactNode; secret: string; copyLabel: string };

/** A password or key that was just made, with what to do with it; it is told this once and leaves with the page. */
export function ShownOnce({ title, children, secret, copyLabel }: ShownOnceProps) {
  return (
    <Callout tone="warning" title={title} live>
      <p>{children}</p>
      <p className="flex flex-wrap items-center gap-2 pt-2">
        <code translate="no" className="break-all rounded-sm bg-sunken px-1.5 py-1 font-mono text-sm">
          {secret}
        </code>
        <CopyButton text={secret} label={copyLabel} />
      </p>
    </Callout>
  );
}
