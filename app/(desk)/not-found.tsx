import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** Nothing is here for this person; the menu stays, so that the way on is where it always is. */
export default async function NotFoundAtTheDesk() {
  const t = await getTranslations('shell.notFound');
  return (
    <>
      <PageHeader title={t('title')} lead={t('why')} />
      <div className="flex flex-col items-start gap-3">
        <p>{t('whatToDo')}</p>
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </>
  );
}
