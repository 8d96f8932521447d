'use client';

import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Kbd } from './kbd';
import { ariaKeys } from './keys';
import { useOwnKeys } from './own-keys';

type ButtonLinkProps = ButtonLook & {
  href: string;
  children: ReactNode;
  icon?: ReactNode;
  kbd?: string;
  className?: string;
  /** The href answers with a file. */
  download?: boolean;
  /** False where the page does something for who opens it, as noting the look. */
  prefetch?: false;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  href,
  variant,
  size,
  icon,
  kbd,
  className,
  download,
  prefetch,
  children,
}: ButtonLinkProps) {
  const own = useOwnKeys();
  const look = buttonClass({ variant, size, className });
  const content = (
    <>
      {icon}
      {children}
      {kbd ? <Kbd keys={kbd} onFill={variant === 'primary' || variant === 'danger'} /> : null}
    </>
  );
  const keys = kbd ? ariaKeys(own(kbd)) : undefined;
  // An address of the API is no page: fetched ahead, it would do its work, and note it in the log, for nobody.
  if (download || href.startsWith('/api/')) {
    return (
      <a href={href} download data-print="hide" className={look} aria-keyshortcuts={keys}>
        {content}
      </a>
    );
  }
  return (
    <Link href={href as Route} prefetch={prefetch} data-print="hide" className={look} aria-keyshortcuts={keys}>
      {content}
    </Link>
  );
}
