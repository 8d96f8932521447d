import type { ReactNode } from 'react';

/** A part of a text to be read, with its heading. */
export function TextPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex max-w-prose flex-col gap-3">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
