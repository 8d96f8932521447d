import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { PARCEL_LIMIT } from '@/lib/identity/parcel-limit';
import { ParcelForm } from './_components/parcel-form';
import { askParcelAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.parcel'))('title') };
}

/** Where a parcel stands. The question is sent, not put into the address: it names what a recipient is known by. */
export default async function ParcelPage() {
  const t = await getTranslations('public.parcel');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ParcelForm action={askParcelAction} />
      <section aria-labelledby="about-title" className="flex max-w-prose flex-col gap-3">
        <h2 id="about-title">{t('about')}</h2>
        <p>{t('aboutProof')}</p>
        <p>{t('aboutBefore')}</p>
        <p>{t('aboutNever')}</p>
        <p>
          {t('aboutLimit', {
            questions: PARCEL_LIMIT.address.questions,
            minutes: PARCEL_LIMIT.address.windowMs / 60_000,
          })}
        </p>
        <p>
          <TextLink href={routes.publicDecisions()}>{t('decisions')}</TextLink>
        </p>
      </section>
    </>
  );
}
