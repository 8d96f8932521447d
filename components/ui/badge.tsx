import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';

const badgeClass = cva(
  'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border border-transparent px-1.5 font-medium text-xs',
  {
    variants: {
      tone: {
        neutral: 'border-line bg-sunken text-ink',
        accent: 'bg-selected text-accent',
        danger: 'bg-danger-bg text-danger',
        warning: 'bg-warning-bg text-warning',
        success: 'bg-success-bg text-success',
        info: 'bg-info-bg text-info',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeClass>['tone']>;

/** A short word about the state of a thing. The word carries the meaning, the tone only repeats it. */
export function Badge({ tone, icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={badgeClass({ tone })}>
      {icon}
      {children}
    </span>
  );
}
