import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

type PanelProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** No inner space: a table or a list fills it edge to edge. */
  flush?: boolean;
  id?: string;
  className?: string;
};

/** A titled part of a page; its heading names the region. */
export function Panel({ title, description, actions, children, flush = false, id, className }: PanelProps) {
  const own = useId();
  const headingId = `${id ?? own}-title`;
  return (
    <section
      id={id}
      aria-labelledby={title ? headingId : undefined}
      className={clsx('flex min-w-0 flex-col rounded-lg border border-line bg-surface', className)}
    >
      {title || actions ? (
        <div
          className={clsx(
            'flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2',
            flush && 'border-line border-b',
          )}
        >
          <div className="min-w-0 flex-1 basis-56">
            {title ? (
              <h2 id={headingId} className="font-semibold text-base">
                {title}
              </h2>
            ) : null}
            {description ? <p className="text-muted text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      ) : null}
      <div className={clsx('min-w-0', !flush && (title || actions ? 'px-4 pb-4' : 'p-4'), flush && 'flex-1')}>
        {children}
      </div>
    </section>
  );
}
