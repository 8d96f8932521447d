import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { findMailSubscription } from '@/db/queries/publication/find-mail-subscription';
import { ChangeMailForm } from '../_components/change-mail-form';
import { changeMailAction } from '../actions';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the key of a subscription: it is not handed on.
  return {
    title: (await getTranslations('publication.mail'))('own'),
    referrer: 'no-referrer',
    robots: { index: false },
  };
}

/** Where the links of mails lead: one button confirms, one ends. Nothing happens by opening it, since programs open links too. */
export default async function OwnMailPage({ params }: Props) {
  const { key } = await params;
  const [t, found] = await Promise.all([getTranslations('publication.mail'), findMailSubscription(key)]);
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
