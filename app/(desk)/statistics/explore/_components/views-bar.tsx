import clsx from 'clsx';
import { Bookmark } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { TextLink } from '@/components/ui/text-link';
import { listViews } from '@/db/queries/statistics/list-views';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { type Question, questionParams } from '@/lib/statistics/question';
import { questionQuery } from '@/lib/statistics/saved-view';
import { ViewDialog } from './view-dialog';

type ViewsBarProps = { actor: Actor; question: Question; offices: readonly { id: string; name: string }[] };

/** Questions under names: the reader's own and those shown to them, and a name for the one on the screen. */
export async function ViewsBar({ actor, question, offices }: ViewsBarProps) {
  const [t, views] = await Promise.all([getTranslations('explore.views'), listViews(actor)]);
  const current = questionQuery(question);
  const isKept = views.some((view) => view.isOwn && questionQuery(view.question) === current);
  const canKeep = can(actor, 'statistics.keep_view');
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="hide">
      {views.length > 0 ? (
        <ul aria-label={t('label')} className="flex flex-wrap gap-2">
          {views.map((view) => {
            const isShown = questionQuery(view.question) === current;
            return (
              <li
                key={view.viewId}
                className={clsx(
                  'inline-flex items-center rounded-full border text-xs',
                  isShown ? 'border-accent bg-selected' : 'border-line-strong bg-surface',
                )}
              >
                <TextLink
                  href={routes.explore(questionParams(view.question))}
                  aria-current={isShown ? 'page' : undefined}
                  className="inline-flex min-h-target items-center gap-1.5 rounded-l-full py-0.5 pr-2 pl-2.5 font-medium no-underline!"
                >
                  <Bookmark className="size-3.5" aria-hidden="true" />
                  <bdi translate="no">{view.name}</bdi>
                  {view.isOwn ? null : (
                    <span className="font-normal text-muted">
                      {t.rich('of', { owner: () => <bdi translate="no">{view.ownerName}</bdi> })}
                    </span>
                  )}
                </TextLink>
                {view.isOwn && canKeep ? (
                  <ViewDialog
                    offices={offices}
                    view={{ viewId: view.viewId, rowVersion: view.rowVersion, name: view.name, offices: view.offices }}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {canKeep && !isKept ? <ViewDialog offices={offices} query={current} /> : null}
    </div>
  );
}
