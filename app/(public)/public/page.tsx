import type { Metadata, Route } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.home'))('title') };
}

const WAYS: readonly (readonly ['parcel' | 'costs' | 'goods' | 'decisions' | 'statistics', Route])[] = [
  ['parcel', routes.publicParcel()],
  ['costs', routes.publicCosts()],
  ['goods', routes.publicGoods()],
  ['decisions', routes.publicDecisions()],
  ['statistics', routes.published()],
];

/** Where everybody begins: what can be asked and read here without an account. */
export default async function PublicHomePage() {
  const t = await getTranslations('public.home');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ul className="grid gap-x-10 gap-y-7 sm:grid-cols-2">
        {WAYS.map(([way, to]) => (
          <li key={way} className="border-accent border-t-2 pt-3">
            <h2>
              <TextLink href={to}>{t(`way.${way}.title`)}</TextLink>
            </h2>
            <p className="pt-1">{t(`way.${way}.text`)}</p>
          </li>
        ))}
      </ul>
      <section aria-labelledby="partners-title" className="flex max-w-prose flex-col gap-2 border-line border-t pt-5">
        <h2 id="partners-title">{t('partners')}</h2>
        <p>{t('partnersText')}</p>
        <p>
          <TextLink href={routes.signIn()}>{t('signIn')}</TextLink>
        </p>
      </section>
    </>
  );
}
