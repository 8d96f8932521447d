import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { findMailSubscription } from '@/db/queries/publication/find-mail-subscription';
import { ChangeMailForm } from '../_components/change-mail-form';
import { changeMailAction } from '../actions';

/** Asked for once a page. */
const find = cache(findMailSubscription);

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, found] = await Promise.all([getTranslations('publication.mail'), find((await params).key)]);
  const title = found ? t(found.isConfirmed ? 'own' : 'confirmTitle') : t('gone');
  // The address holds the key of a subscription: it is not handed on.
  return { title, referrer: 'no-referrer', robots: { index: false } };
}

/** Where the links of mails lead: one button confirms, one ends. Nothing happens by opening it, since programs open links too. */
export default async function OwnMailPage({ params }: Props) {
  const { key } = await params;
  const [t, found] = await Promise.all([getTranslations('publication.mail'), find(key)]);
  if (!found)
    return (
      <>
        <PageHeader title={t('own')} />
        <State kind="empty" title={t('gone')} action={<TextLink href={routes.publishedMail()}>{t('title')}</TextLink>}>
          {t('goneText')}
        </State>
      </>
    );
  return (
    <>
      <PageHeader title={t('own')} lead={t(found.isConfirmed ? 'ownLead' : 'confirmLead')} />
      <ChangeMailForm
        action={changeMailAction}
        subscriptionKey={key}
        email={found.email}
        isConfirmed={found.isConfirmed}
      />
    </>
  );
}
