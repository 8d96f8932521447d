import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NothingPublished } from './_components/nothing-published';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication.site'))('notFound') };
}

export default NothingPublished;
