import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

type ChartFigureProps = {
  title: ReactNode;
  /** One sentence that says what the chart shows, with its figures. */
  summary: ReactNode;
  children: ReactNode;
  /** The same points as a table, folded away; left out where the table stands under the drawing. */
  table?: ReactNode;
  actions?: ReactNode;
  /** Until when the figures reach, what is not in them. */
  footnote?: ReactNode;
  className?: string;
};

/** A chart with its title, its sentence and its table; the sentence and the table say all that the drawing says. */
export function ChartFigure({ title, summary, children, table, actions, footnote, className = '' }: ChartFigureProps) {
  const t = useTranslations('ui.chart');
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className={`flex min-w-0 flex-col rounded-lg border border-line bg-surface ${className}`}
    >
      <figcaption className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          <p className="text-muted text-sm">{summary}</p>
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </figcaption>
      <div className="min-w-0 px-4 pb-2">{children}</div>
      {footnote ? <p className="px-4 pb-2 text-muted text-xs">{footnote}</p> : null}
      {table ? (
        <details className="group mt-auto border-line border-t">
          <summary className="-outline-offset-2! flex min-h-8 items-center gap-1 px-4 text-muted text-xs hover:text-ink">
            <ChevronRight className="size-3.5 group-open:rotate-90" aria-hidden="true" />
            {t('showTable')}
          </summary>
          <div className="border-line border-t">{table}</div>
        </details>
      ) : null}
    </figure>
  );
}
