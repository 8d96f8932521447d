import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  info: { Icon: Info, box: 'border-info bg-info-bg', mark: 'text-info' },
  success: { Icon: CircleCheck, box: 'border-success bg-success-bg', mark: 'text-success' },
  warning: { Icon: TriangleAlert, box: 'border-warning bg-warning-bg', mark: 'text-warning' },
  danger: { Icon: CircleAlert, box: 'border-danger bg-danger-bg', mark: 'text-danger' },
};

type CalloutProps = {
  tone: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announce it politely when it appears while the page is open. */
  live?: boolean;
  className?: string;
};

/** A message that stands in the page until its cause is gone: claimed by someone else, data updated, referral open. */
export function Callout({ tone, title, children, actions, live = false, className }: CalloutProps) {
  const { Icon, box, mark } = looks[tone];
  return (
    <div
      aria-live={live ? 'polite' : undefined}
      className={clsx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border-l-3 px-3 py-2 text-sm',
        box,
        className,
      )}
    >
      <Icon className={clsx('mt-0.5 size-4 shrink-0', mark)} aria-hidden="true" />
      <div className="min-w-48 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
