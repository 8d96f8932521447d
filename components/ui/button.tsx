import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './kbd';
import { ariaKeys } from './keys';

/** The one look of a button; links that act as buttons take it too. */
export const buttonClass = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm aria-disabled:opacity-55 disabled:opacity-55',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
        secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
        ghost: 'border-transparent text-ink hover:bg-hover',
        danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong',
      },
      size: { md: 'h-control px-3', sm: 'h-7 px-2' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonLook = VariantProps<typeof buttonClass>;

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> &
  ButtonLook & {
    className?: string;
    icon?: ReactNode;
    /** The shortcut printed on the button and told to assistive technology; registering it is `useShortcuts`. */
    kbd?: string;
    /** Busy: stays focusable, takes no second press. */
    pending?: boolean;
  };

export function Button({
  variant,
  size,
  icon,
  kbd,
  pending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, className })}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      aria-keyshortcuts={kbd ? ariaKeys(kbd) : undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {pending ? <LoaderCircle className="size-4 animate-spin" aria-hidden="true" /> : icon}
      {children}
      {kbd ? <Kbd keys={kbd} onFill={variant === 'primary' || variant === 'danger'} /> : null}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & { label: string; icon: ReactNode };

/** A square button whose name is read out and shown on hover. */
export function IconButton({ label, icon, kbd, size, className, variant = 'ghost', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      aria-keyshortcuts={kbd ? ariaKeys(kbd) : undefined}
      className={buttonClass({
        variant,
        size,
        className: `${size === 'sm' ? 'w-7' : 'w-8'} px-0! ${className ?? ''}`,
      })}
    >
      {icon}
    </button>
  );
}
