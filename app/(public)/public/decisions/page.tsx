import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { publicFacts } from '@/db/queries/public/public-facts';
import { TextPart } from '../../_components/text-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.decisions'))('title') };
}

const STEPS = ['received', 'checked', 'charged', 'assessed', 'released'] as const;
const PEOPLE = ['decide', 'second', 'random', 'record'] as const;
const RIGHTS = ['reasons', 'heard', 'appeal', 'payment', 'data'] as const;

/** How decisions come about: what runs by itself, what people decide, and what can be done against it, with the periods in force. */
export default async function DecisionsPage() {
  const [t, { administration, appeal, undoMinutes, answerMinutes }] = await Promise.all([
    getTranslations('public.decisions'),
    publicFacts(),
  ]);
  const values = { undo: undoMinutes, hours: Math.round(answerMinutes / 60) };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { administration })} />
      <TextPart id="steps" title={t('steps')}>
        <p>{t('stepsText')}</p>
        <ol className="flex list-decimal flex-col gap-2 pl-6">
          {STEPS.map((step) => (
            <li key={step}>{t(`step.${step}`)}</li>
          ))}
        </ol>
        <p>{t('stepsLimit')}</p>
      </TextPart>
      <TextPart id="people" title={t('people')}>
        <p>{t('peopleText')}</p>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {PEOPLE.map((one) => (
            <li key={one}>{t(`person.${one}`, values)}</li>
          ))}
        </ul>
      </TextPart>
      <TextPart id="remedies" title={t('remedies')}>
        {appeal ? (
          <>
            <p>
              {t('appeal', { days: appeal.days })} <span translate="no">{appeal.remedy}</span>.
            </p>
            <p className="text-muted text-sm">
              {t('source')} <span translate="no">{appeal.source}</span>
            </p>
          </>
        ) : (
          <p>{t('noAppeal')}</p>
        )}
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {RIGHTS.map((right) => (
            <li key={right}>{t(`right.${right}`, values)}</li>
          ))}
        </ul>
      </TextPart>
      <TextPart id="secret" title={t('secret')}>
        <p>{t('secretText')}</p>
      </TextPart>
      <TextPart id="checked" title={t('watched')}>
        <p>{t('watchedText')}</p>
        <p>
          <TextLink href={routes.published()}>{t('statistics')}</TextLink>
        </p>
      </TextPart>
    </>
  );
}
