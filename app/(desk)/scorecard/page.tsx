import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { MonthCard } from '@/components/partnership/month-card';
import { PartnerScores } from '@/components/partnership/partner-scores';
import { TrustPanel } from '@/components/partnership/trust-panel';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { formatDays, formatMonth } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { getMonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { listScorecards } from '@/db/queries/partnership/list-scorecards';
import { getPartnerTrust } from '@/db/queries/partnership/list-trust';
import { type ScorecardParams, scoreMonthOf } from './search-params';

type Props = { searchParams: Promise<ScorecardParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnership.scorecard'))('title') };
}

/** The partner's own scorecard by month; for who oversees them, all partners. */
export default async function ScorecardPage({ searchParams }: Props) {
  const actor = await requireActor('quality.read');
  const [t, locale] = await Promise.all([getTranslations('partnership.scorecard'), getLocale()]);
  const { partnerId } = actor;
  if (partnerId) {
    const [scorecard, trust] = await Promise.all([
      getMonthScorecard(actor, partnerId, scoreMonthOf(await searchParams)),
      getPartnerTrust(actor, partnerId),
    ]);
    return (
      <>
        <PageHeader
          title={t('title')}
          lead={t('leadOwn')}
          actions={
            <>
              <ButtonLink href={routes.quality()}>{t('quality')}</ButtonLink>
              <PrintButton label={t('print')} />
            </>
          }
        />
        <MonthCard
          scorecard={scorecard}
          hrefOf={(month) => routes.scorecard({ month })}
          exampleHref={routes.trackedConsignment}
        />
        <TrustPanel trust={trust} isOwn />
      </>
    );
  }
  const { month, rows, uncounted } = await listScorecards(actor);
  return (
    <>
      <PageHeader title={t('title')} lead={t('leadAll')} />
      {uncounted.length > 0 ? (
        <Callout tone="warning">{t('uncounted', { days: formatDays(locale, uncounted) })}</Callout>
      ) : null}
      <Panel title={<time dateTime={month.slice(0, 7)}>{formatMonth(locale, month)}</time>} flush={rows.length > 0}>
        <PartnerScores rows={rows} hrefOf={(id) => routes.partnerScorecard(id)} />
      </Panel>
    </>
  );
}
