import { cva, type VariantProps } from 'class-variance-authority';

/** The one look of a button; links that act as buttons take it too. */
export const buttonClass = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm aria-disabled:opacity-55 disabled:opacity-55',
  {
    variants: {
      variant: {
        // Where colours are forced a fill is taken away: the edge tells what it told.
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong forced-colors:border-3',
        secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
        ghost: 'border-transparent text-ink hover:bg-hover',
        danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong forced-colors:border-3',
      },
      size: { md: 'h-control px-3', sm: 'h-7 px-2' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonLook = VariantProps<typeof buttonClass>;
