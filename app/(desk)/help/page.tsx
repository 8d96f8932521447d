import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { LANES } from '@/lib/consignment/codes';
import { can } from '@/lib/identity/permissions';
import { isPersonRole, ROLES } from '@/lib/identity/roles';
import { KeyTable } from './_components/key-table';

const WORDS = [
  'consignment',
  'submission',
  'record',
  'quarantine',
  'assessment',
  'hold',
  'referral',
  'attachment',
  'examination',
  'claim',
  'put_off',
  'together',
  'time_release',
  'hand_over',
  'second_look',
  'post_audit',
  'acknowledgement',
  'response',
  'webhook',
  'office',
  'reference',
  'profile',
  'risk_model',
  'simulation',
  'exchange',
  'vintage',
  'release_category',
  'account',
  'posting',
  'statement',
  'legal_hold',
  'erasure',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('title') };
}

/** Keys, words and roles. */
export default async function HelpPage() {
  const { role } = await requireActor('identity.self');
  const [t, indicator, roleName] = await Promise.all([
    getTranslations('help'),
    getTranslations('risk.indicator'),
    getTranslations('identity.role'),
  ]);
  const indicators = [
    ...INDICATOR_CODES.map((code) => ({ term: indicator(`${code}.title`), value: t(`indicators.${code}`) })),
    { term: t('term.random'), value: t('indicators.random') },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={routes.helpScreens()}>{t('screens.title')}</ButtonLink>
            {can({ role }, 'policy.read') ? (
              <ButtonLink href={routes.helpDecisions()}>{t('decisions.title')}</ButtonLink>
            ) : null}
            <ButtonLink href={routes.helpRecord()}>{t('data.title')}</ButtonLink>
            <ButtonLink href={routes.helpApi()}>{t('api.title')}</ButtonLink>
          </>
        }
      />
      <Panel title={t('keyboard.title')} description={t('keyboard.lead')} id="keyboard" flush>
        {isPersonRole(role) ? <KeyTable role={role} /> : null}
      </Panel>
      <Panel title={t('lanes.title')} description={t('lanes.lead')} id="lanes">
        <DescriptionList
          items={LANES.map((lane) => ({ term: <LaneBadge lane={lane} />, value: t(`lanes.${lane}`) }))}
        />
      </Panel>
      <Panel title={t('indicators.title')} description={t('indicators.lead')} id="indicators">
        <DescriptionList items={indicators} columns={2} />
      </Panel>
      <Panel title={t('words.title')} id="words">
        <DescriptionList
          items={WORDS.map((word) => ({ term: t(`term.${word}`), value: t(`words.${word}`) }))}
          columns={2}
        />
      </Panel>
      <Panel title={t('roles.title')} description={t('roles.lead')} id="roles">
        <DescriptionList items={ROLES.map((one) => ({ term: roleName(one), value: t(`roles.${one}`) }))} />
      </Panel>
    </>
  );
}
