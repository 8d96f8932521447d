'use client';

import { ChevronLeft } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { routes } from '@/app/_server/routes';
import { keepPlace, neighbours, useQueuePlace } from '@/app/(desk)/queue/_components/queue-place';
import { useShortcuts } from '@/components/shell/shortcuts';
import { ButtonLink } from '@/components/ui/button-link';
import { Kbd } from '@/components/ui/kbd';
import { TextLink } from '@/components/ui/text-link';
import { isDeskFormOpen } from './focus-desk';

/** The way back to the part of the queue one came from, and on to the rows beside this one. */
export function QueueWay({ consignmentId }: { consignmentId: string }) {
  const t = useTranslations('consignment.way');
  const router = useRouter();
  const place = useQueuePlace();
  const { at, before, after } = place ? neighbours(place, consignmentId) : { at: -1 };
  useEffect(() => {
    if (place && at >= 0 && at !== place.index) keepPlace({ ...place, index: at });
  }, [place, at]);
  // A form that is open may hold words nobody sent yet.
  const go = (id: string) => {
    if (!isDeskFormOpen()) router.push(routes.consignment(id));
  };
  const group = t('group');
  const back = place?.href ?? routes.queue();
  useShortcuts([
    { keys: 'q', text: t('back'), run: () => router.push(back as ReturnType<typeof routes.queue>), group },
    ...(before ? [{ keys: 'p', text: t('previous'), run: () => go(before), group }] : []),
    ...(after ? [{ keys: 'j', text: t('next'), run: () => go(after), group }] : []),
  ]);
  return (
    <nav aria-label={t('label')} className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <TextLink href={back} className="inline-flex min-h-target items-center gap-1">
        <ChevronLeft className="size-3.5" aria-hidden="true" />
        {t('back')}
        <Kbd keys="q" />
      </TextLink>
      {place && at >= 0 ? (
        <span className="text-muted">{t('position', { at: at + 1, count: place.ids.length })}</span>
      ) : null}
      {before || after ? (
        <span className="flex gap-1">
          {before ? (
            <ButtonLink size="sm" variant="ghost" kbd="p" href={routes.consignment(before)}>
              {t('previous')}
            </ButtonLink>
          ) : null}
          {after ? (
            <ButtonLink size="sm" variant="ghost" kbd="j" href={routes.consignment(after)}>
              {t('next')}
            </ButtonLink>
          ) : null}
        </span>
      ) : null}
    </nav>
  );
}
