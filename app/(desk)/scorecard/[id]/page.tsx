import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { MonthCard } from '@/components/partnership/month-card';
import { TrustActs } from '@/components/partnership/trust-acts';
import { TrustPanel } from '@/components/partnership/trust-panel';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { formatMonth } from '@/components/ui/format';
import { PrintButton } from '@/components/ui/print-button';
import { getMonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { getPartnerTrust, type PartnerTrust } from '@/db/queries/partnership/list-trust';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { decideTrustAction, proposeTrustAction, suspendTrustAction } from '../actions';
import { type ScorecardParams, scoreMonthOf } from '../search-params';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ScorecardParams> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string, month: string | null) => orNotFound(getMonthScorecard(actor, id, month)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const actor = await requireActor('quality.read');
  const [{ id }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('partnership.scorecard'),
    getLocale(),
  ]);
  const { partnerName, month } = await find(actor, id, scoreMonthOf(query));
  return { title: t('tabOf', { name: partnerName, month: formatMonth(locale, month) }) };
}

/** The scorecard of one partner, and how far it is trusted. */
export default async function PartnerScorecardPage({ params, searchParams }: Props) {
  const actor = await requireActor('quality.read');
  const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations('partnership.scorecard')]);
  const scorecard = await find(actor, id, scoreMonthOf(query));
  const trust = can(actor, 'trust.read') ? await getPartnerTrust(actor, id) : null;
  const isCustoms = can(actor, 'consignment.read');
  return (
    <>
      <PageHeader
        title={<span translate="no">{scorecard.partnerName}</span>}
        lead={t('leadAll')}
        back={{ href: routes.scorecard(), label: t('back') }}
        actions={
          <>
            <ButtonLink href={routes.partnerQuality(id)}>{t('quality')}</ButtonLink>
            <PrintButton label={t('print')} />
          </>
        }
      />
      <MonthCard
        scorecard={scorecard}
        hrefOf={(month) => routes.partnerScorecard(id, { month })}
        exampleHref={isCustoms ? (find) => routes.search({ find }) : undefined}
      />
      {trust ? (
        <TrustPanel
          trust={trust}
          acts={
            can(actor, 'trust.propose') ? (
              <TrustActs
                partnerId={id}
                partnerName={scorecard.partnerName}
                levels={levelsOf(trust)}
                suggested={trust.byFigures}
                waiting={waitingOf(trust)}
                isOwnProposal={trust.waiting?.isOwnProposal ?? false}
                inForceId={trust.inForce?.statusId ?? null}
                propose={proposeTrustAction}
                decide={decideTrustAction}
                suspend={suspendTrustAction}
              />
            ) : null
          }
        />
      ) : null}
    </>
  );
}

/** The levels that can be proposed, and no more of their terms. */
const levelsOf = ({ terms }: PartnerTrust) =>
  [...terms].map(([level, { leastDrawPercent }]) => ({ level, leastDrawPercent }));

/** The little of a proposal that the browser is told to decide it by. */
function waitingOf({ waiting }: PartnerTrust) {
  if (!waiting) return null;
  const { statusId, level, drawPercent, validTo, reason } = waiting;
  return { statusId, level, drawPercent, validTo, reason };
}
