'use client';

import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Kbd } from './kbd';
import { ariaKeys } from './keys';
import { useOwnKeys } from './own-keys';

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
  const own = useOwnKeys();
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, className })}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      aria-keyshortcuts={kbd ? ariaKeys(own(kbd)) : rest['aria-keyshortcuts']}
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
  const own = useOwnKeys();
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      aria-keyshortcuts={kbd ? ariaKeys(own(kbd)) : undefined}
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
