import { getTranslations } from 'next-intl/server';
import { definePublicRoute } from '@/app/_server/define-route';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { env } from '@/db/env';
import { findPublished, listPublished } from '@/db/queries/publication/published';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { atomFeed } from '@/lib/publication/feed';

/** Releases told of at once; older ones stand in the calendar. */
const RELEASES = 24;

/** Every release of the public statistics as a feed, for whoever wants to be told without an account. */
export const GET = definePublicRoute(async () => {
  const [t, words, published] = await Promise.all([getTranslations('publication'), publishedWords(), listPublished()]);
  const base = (env().publicUrl ?? '').replace(/\/+$/, '');
  const latest = [...published].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()).slice(0, RELEASES);
  const [first] = latest;
  const vintage = first ? await findPublished('imports', { month: first.month, number: first.number }) : null;
  const feed = atomFeed({
    title: t('site.title'),
    author: vintage?.administration ?? t('site.title'),
    address: `${base}${routes.publishedFeed()}`,
    at: new Date(0),
    entries: latest.flatMap(({ month, number, publishedAt, note }) =>
      DATASET_IDS.map((dataset) => ({
        id: [dataset, month, String(number)],
        title: `${words.title(dataset)}, ${words.month(month)}, ${t('vintage', { vintage: number })}`,
        address: `${base}${routes.publishedVintage(dataset, month, number)}`,
        at: publishedAt,
        text: note || t(`dataset.${dataset}.text`),
      })),
    ),
  });
  return new Response(feed, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
});
