import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence on what the page is for or until when its figures reach. */
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: ReactNode };
  /** Stands above the title where the way back is more than one link. */
  way?: ReactNode;
  /** Badges beside the title. */
  meta?: ReactNode;
};

/** A page's only first heading, with what can be done on the whole page. */
export function PageHeader({ title, lead, actions, back, way, meta }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        {way}
        {back ? (
          <TextLink href={back.href} className="mb-1 inline-flex min-h-target items-center gap-1 text-sm">
            <ChevronLeft className="size-3.5" aria-hidden="true" />
            {back.label}
          </TextLink>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1>{title}</h1>
          {meta ? <div className="flex flex-wrap items-center gap-1.5">{meta}</div> : null}
        </div>
        {lead ? <p className="mt-0.5 max-w-prose text-muted">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
