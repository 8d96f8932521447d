import { type ReactNode, useId } from 'react';

/** A part of a long form under its heading. */
export function FormPart({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-line border-t pt-3">
      <div>
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {hint ? <p className="max-w-prose text-muted text-sm">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}
