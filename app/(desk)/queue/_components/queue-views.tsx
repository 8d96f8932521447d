'use client';

import clsx from 'clsx';
import { Bookmark, X } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useToast } from '@/components/ui/toast';
import type { QueueView } from '@/lib/clearance/queue-views';
import { dropViewAction, saveViewAction } from '../actions';
import { SaveView } from './save-view';

type ShownView = QueueView & { readonly href: string };
type QueueViewsProps = {
  views: readonly ShownView[];
  /** What the queue is narrowed to, as a view would keep it. */
  current: string;
  canSave: boolean;
};

const addressOf = ({ query }: QueueView) => new URLSearchParams(query).toString();

/** The person's own views of the queue, one press away, and a name for the one on the screen. */
export function QueueViews({ views, current, canSave }: QueueViewsProps) {
  const t = useTranslations('queue.views');
  const textOf = useReasonText();
  const toast = useToast();
  const [isPending, start] = useTransition();
  const isKept = views.some((view) => addressOf(view) === current);
  if (views.length === 0 && !canSave) return null;
  const drop = (view: ShownView) =>
    start(async () => {
      const state = await dropViewAction(IDLE, { name: view.name });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      if (reason) return toast.show({ title: textOf(reason), tone: 'danger' });
      const undo = () =>
        start(async () => void (await saveViewAction(IDLE, { name: view.name, query: addressOf(view) })));
      toast.show({ title: t('dropped', { name: view.name }), undo: { run: undo } });
    });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {views.length > 0 ? (
        <ul aria-label={t('label')} className="flex flex-wrap gap-2">
          {views.map((view) => (
            <li
              key={view.name}
              className={clsx(
                'inline-flex items-center rounded-full border text-xs',
                addressOf(view) === current ? 'border-accent bg-selected text-accent' : 'border-line-strong bg-surface',
              )}
            >
              <Link
                href={view.href as Route}
                aria-current={addressOf(view) === current ? 'page' : undefined}
                className="inline-flex min-h-target items-center gap-1.5 rounded-l-full py-0.5 pr-1 pl-2.5 font-medium hover:underline"
              >
                <Bookmark className="size-3.5" aria-hidden="true" />
                <bdi translate="no">{view.name}</bdi>
              </Link>
              <button
                type="button"
                aria-label={t('drop', { name: view.name })}
                title={t('drop', { name: view.name })}
                aria-disabled={isPending || undefined}
                onClick={isPending ? undefined : () => drop(view)}
                className="inline-flex min-h-target min-w-6 items-center justify-center rounded-r-full pr-1 text-muted hover:text-ink"
              >
                <X className="size-3.5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {canSave && !isKept ? <SaveView query={current} /> : null}
    </div>
  );
}
