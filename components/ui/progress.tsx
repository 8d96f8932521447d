'use client';

import { Progress as Base } from '@base-ui/react/progress';
import type { ReactNode } from 'react';

type ProgressProps = {
  label: ReactNode;
  value: number;
  max: number;
  /** The figures in words, as `12,400 of 100,000 records`. */
  text?: string;
};

/** How far a long task is, as a bar and in words. */
export function Progress({ label, value, max, text }: ProgressProps) {
  return (
    <Base.Root
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      getAriaValueText={text ? () => text : undefined}
      className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm"
    >
      <Base.Label className="font-medium">{label}</Base.Label>
      {text ? <span className="text-muted">{text}</span> : null}
      <Base.Track className="h-2 w-full overflow-hidden rounded-full border border-line-strong bg-sunken">
        <Base.Indicator data-mark="" className="h-full bg-accent" />
      </Base.Track>
    </Base.Root>
  );
}
