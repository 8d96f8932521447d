import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { CONTRIBUTOR_ROLES, DISCLOSURE_RULE } from '@/lib/disclosure/rule';
import { FREEZE_DAY, REVISED_MONTHS } from '@/lib/publication/calendar';
import { DEFINITIONS_VERSION, PUBLISHED_MEASURES } from '@/lib/publication/datasets';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('publication.method'))('title') };
}

/** Definitions, revision policy and the disclosure rule in force, drawn from what the product works by. */
export default async function MethodPage() {
  const [t, tAll] = await Promise.all([getTranslations('publication.method'), getTranslations('publication')]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel
        id="definitions"
        title={t('definitions')}
        description={t('definitionsText', { version: DEFINITIONS_VERSION })}
      >
        <DescriptionList
          items={PUBLISHED_MEASURES.map((measure) => ({
            term: tAll(`measure.${measure}`),
            value: tAll(`definition.${measure}`),
          }))}
        />
        <p className="max-w-prose pt-3 text-sm">{t('coverageText')}</p>
      </Panel>
      <Panel id="revisions" title={t('revision')}>
        <p className="max-w-prose text-sm">{t('revisionText', { day: FREEZE_DAY, months: REVISED_MONTHS })}</p>
      </Panel>
      <Panel id="disclosure" title={t('disclosure')}>
        <div className="flex max-w-prose flex-col gap-3 text-sm">
          <p>{t('disclosureText', { version: DISCLOSURE_RULE.version })}</p>
          <ul className="list-disc pl-5">
            <Conditions t={t} roleName={(role) => tAll(`role.${role}`)} />
          </ul>
          <p>{t('secondary', { percent: DISCLOSURE_RULE.slidingPercent })}</p>
          <p>{t('rounding', { base: DISCLOSURE_RULE.countBase })}</p>
        </div>
      </Panel>
      <Panel id="signs" title={t('signs')}>
        <p className="text-sm">{tAll('signs')}</p>
      </Panel>
      <Panel id="programs" title={t('machines')}>
        <p className="text-sm">
          {t.rich('machinesText', {
            link: () => (
              <a className="text-accent underline underline-offset-2" href={routes.openApi()}>
                {t('openApi')}
              </a>
            ),
          })}
        </p>
      </Panel>
    </>
  );
}

type ConditionsProps = {
  t: Awaited<ReturnType<typeof getTranslations<'publication.method'>>>;
  roleName: (role: (typeof CONTRIBUTOR_ROLES)[number]) => string;
};

function Conditions({ t, roleName }: ConditionsProps) {
  return CONTRIBUTOR_ROLES.flatMap((role) => {
    const { contributorsMin, dominance } = DISCLOSURE_RULE.roles[role];
    const of = { role: roleName(role) };
    return [
      t('min', { ...of, min: contributorsMin }),
      ...(dominance
        ? [
            t('first', { ...of, percent: dominance.first }),
            t('firstTwo', { ...of, percent: dominance.firstTwo }),
            t('rest', { ...of, percent: dominance.rest }),
          ]
        : []),
    ].map((text) => <li key={text}>{text}</li>);
  });
}
