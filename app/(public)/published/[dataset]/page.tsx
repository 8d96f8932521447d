import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { findPublished } from '@/db/queries/publication/published';
import { endOfDay, parseDay } from '@/lib/kernel/dates';
import { MONTH } from '@/lib/publication/calendar';
import { datasetOf } from '@/lib/publication/datasets';
import { NothingPublished } from '../_components/nothing-published';

type Props = {
  params: Promise<{ dataset: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** It leads on, and is seen where there is nothing to lead to. */
export async function generateMetadata(_props: Props): Promise<Metadata> {
  return { title: (await getTranslations('publication.site'))('notFound') };
}

/** Leads to the vintage that is asked for: of a month or the latest, as it stands or stood at the end of a day. */
export default async function PublishedDatasetPage({ params, searchParams }: Props) {
  const dataset = datasetOf((await params).dataset);
  const { month, on } = await searchParams;
  const ofMonth = typeof month === 'string' && MONTH.test(month) ? month : undefined;
  const day = typeof on === 'string' ? parseDay(on) : null;
  const isUnread =
    (typeof month === 'string' && month !== '' && !ofMonth) || (typeof on === 'string' && on !== '' && !day);
  if (!dataset || isUnread) return <NothingPublished />;
  const vintage = await findPublished(dataset, { month: ofMonth, ...(day ? { publishedBy: endOfDay(day) } : {}) });
  if (!vintage) return <NothingPublished />;
  redirect(routes.publishedVintage(dataset, vintage.month, vintage.number));
}
