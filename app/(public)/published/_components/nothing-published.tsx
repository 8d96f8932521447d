import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';

/**
 * Nothing was published under this address, or by that day. Pages give this instead of the not-found of the framework, which shows
 * nothing at all without script; in production the server answers with 404 where it stands, to whoever asks for the document or its
 * head; see `without-script.ts`.
 */
export async function NothingPublished() {
  const t = await getTranslations('publication.site');
  return (
    <div data-answer="nothing" className="flex flex-col items-start gap-4">
      <PageHeader title={t('notFound')} lead={t('notFoundText')} />
      <ButtonLink href={routes.published()}>{t('home')}</ButtonLink>
    </div>
  );
}
