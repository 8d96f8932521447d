import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { env } from '@/db/env';
import { AskMailForm } from './_components/ask-mail-form';
import { askMailAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication.mail'))('title') };
}

/** Asks to be told of releases by e-mail; where no mails are sent, what there is instead. */
export default async function PublishedMailPage() {
  await connection();
  const t = await getTranslations('publication.mail');
  const feed = (
    <TextLink href={routes.publishedFeed()} prefetch={false}>
      {t('feed')}
    </TextLink>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {env().mail ? (
        <AskMailForm action={askMailAction} />
      ) : (
        <State kind="empty" title={t('off')} action={feed}>
          {t('offText')}
        </State>
      )}
      <p className="max-w-prose text-muted text-sm">{t('kept')}</p>
    </>
  );
}
