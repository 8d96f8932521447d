import type { ReactNode } from 'react';
import { WordMark } from './word-mark';

type FaultPageProps = {
  title: string;
  children: ReactNode;
  /** What the reader quotes to support; the server log carries the same. */
  reference?: string;
  referenceLabel?: string;
};

/** A calm page for what went wrong: what it means, what to do, the reference. */
export function FaultPage({ title, children, reference, referenceLabel }: FaultPageProps) {
  return (
    <main className="mx-auto flex min-h-[70vh] max-w-lg flex-col justify-center gap-6 p-gutter">
      <WordMark />
      <div className="flex flex-col gap-3">
        <h1>{title}</h1>
        {children}
      </div>
      {reference ? (
        <p className="border-line border-t pt-3 text-muted text-sm">
          {referenceLabel}{' '}
          <code className="font-mono text-ink" translate="no">
            {reference}
          </code>
        </p>
      ) : null}
    </main>
  );
}
