import clsx from 'clsx';
import { CircleAlert, Inbox, RefreshCw, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

const icons = { empty: Inbox, 'none-match': SearchX, stale: RefreshCw, error: CircleAlert };

type StateProps = {
  /** Nothing yet, nothing for this filter, figures behind the facts, or a part that failed. */
  kind: keyof typeof icons;
  title: ReactNode;
  /** Why, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** What stands where a list or chart would: says what it means and what to do next. */
export function State({ kind, title, children, action, className }: StateProps) {
  const Icon = icons[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : undefined}
      className={clsx('mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-10 text-center', className)}
    >
      <Icon className={clsx('size-6', kind === 'error' ? 'text-danger' : 'text-muted')} aria-hidden="true" />
      <p className="font-semibold">{title}</p>
      {children ? <div className="text-muted text-sm">{children}</div> : null}
      {action ? <div className="flex flex-wrap justify-center gap-2 pt-2">{action}</div> : null}
    </div>
  );
}
