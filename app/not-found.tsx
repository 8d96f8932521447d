import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FaultPage } from '@/components/shell/fault-page';
import { ButtonLink } from '@/components/ui/button-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') };
}

/** Nothing is here for this person: absent, or of another office or partner; the two are not told apart. */
export default async function NotFound() {
  const t = await getTranslations('shell.notFound');
  return (
    <FaultPage title={t('title')}>
      <p>{t('why')}</p>
      <p>{t('whatToDo')}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </FaultPage>
  );
}
