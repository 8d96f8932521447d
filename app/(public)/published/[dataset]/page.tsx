import { notFound, redirect } from 'next/navigation';
import { routes } from '@/app/_server/routes';
import { findPublished } from '@/db/queries/publication/published';
import { endOfDay, parseDay } from '@/lib/kernel/dates';
import { MONTH } from '@/lib/publication/calendar';
import { datasetOf } from '@/lib/publication/datasets';

type Props = {
  params: Promise<{ dataset: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Leads to the vintage that is asked for: of a month or the latest, as it stands or stood at the end of a day. */
export default async function PublishedDatasetPage({ params, searchParams }: Props) {
  const dataset = datasetOf((await params).dataset);
  const { month, on } = await searchParams;
  const ofMonth = typeof month === 'string' && MONTH.test(month) ? month : undefined;
  const day = typeof on === 'string' ? parseDay(on) : null;
  const isUnread =
    (typeof month === 'string' && month !== '' && !ofMonth) || (typeof on === 'string' && on !== '' && !day);
  if (!dataset || isUnread) notFound();
  const vintage = await findPublished(dataset, { month: ofMonth, ...(day ? { publishedBy: endOfDay(day) } : {}) });
  if (!vintage) notFound();
  redirect(routes.publishedVintage(dataset, vintage.month, vintage.number));
}
