import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication.site'))('notFound') };
}

/** Nothing was published under this address, or by that day. */
export default async function PublishedNotFound() {
  const t = await getTranslations('publication.site');
  return (
    <State
      kind="none-match"
      title={t('notFound')}
      action={<ButtonLink href={routes.published()}>{t('home')}</ButtonLink>}
    >
      {t('notFoundText')}
    </State>
  );
}
