import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { publicFacts } from '@/db/queries/public/public-facts';
import { LICENCE } from '@/lib/publication/licence';
import { TextPart } from '../../_components/text-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.licence'))('title') };
}

/** What everybody may do with what is published. */
export default async function LicencePage() {
  const [t, { administration }] = await Promise.all([getTranslations('public.licence'), publicFacts()]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TextPart id="what" title={t('what')}>
        <p>{t('whatText', { administration })}</p>
        <p>
          <a
            href={LICENCE.address}
            rel="license"
            className="rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2"
          >
            <span translate="no">
              {LICENCE.name} ({LICENCE.code})
            </span>
          </a>
        </p>
      </TextPart>
      <TextPart id="may" title={t('may')}>
        <p>{t('mayText')}</p>
        <p>{t('cite')}</p>
        <p className="border-line border-l-4 pl-4" translate="no">
          {t('example', { administration })}
        </p>
      </TextPart>
      <TextPart id="not" title={t('not')}>
        <p>{t('notText')}</p>
      </TextPart>
      <TextPart id="where" title={t('where')}>
        <p>
          <TextLink href={routes.published()}>{t('statistics')}</TextLink>
        </p>
        <p>
          <TextLink href={routes.publishedMethod()}>{t('method')}</TextLink>
        </p>
      </TextPart>
    </>
  );
}
