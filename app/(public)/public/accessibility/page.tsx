import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/shell/page-header';
import { publicFacts } from '@/db/queries/public/public-facts';
import { TextPart } from '../../_components/text-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.accessibility'))('title') };
}

const DONE = ['script', 'keyboard', 'reader', 'colour', 'zoom', 'motion', 'print'] as const;

/** How far the pages can be used by everyone, how that is tested, and whom to tell what does not work. */
export default async function AccessibilityPage() {
  const [t, { administration }] = await Promise.all([getTranslations('public.accessibility'), publicFacts()]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TextPart id="standard" title={t('standard')}>
        <p>{t('standardText')}</p>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {DONE.map((one) => (
            <li key={one}>{t(`done.${one}`)}</li>
          ))}
        </ul>
      </TextPart>
      <TextPart id="tested" title={t('tested')}>
        <p>{t('testedText')}</p>
      </TextPart>
      <TextPart id="known" title={t('known')}>
        <p>{t('knownText')}</p>
      </TextPart>
      <TextPart id="tell" title={t('tell')}>
        <p>{t('tellText', { administration })}</p>
      </TextPart>
    </>
  );
}
