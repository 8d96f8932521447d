import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';

type TextLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'className'> & {
  href: string;
  className?: string;
  /** The text is a reference or a code: monospaced, not translated. */
  data?: boolean;
};

/** A link in running text or in a table cell. */
export function TextLink({ href, data = false, className, ...rest }: TextLinkProps) {
  return (
    <Link
      translate={data ? 'no' : undefined}
      {...rest}
      href={href as Route}
      className={clsx(
        'rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current',
        data && 'whitespace-nowrap font-mono',
        className,
      )}
    />
  );
}
