import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { Scorecard } from '@/components/quality/scorecard';
import { PageHeader } from '@/components/shell/page-header';
import { getPartnerQuality, type QualityPeriod } from '@/db/queries/quality/get-partner-quality';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { type QualityParams, qualityPeriodOf } from '../search-params';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<QualityParams> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string, days: QualityPeriod) => orNotFound(getPartnerQuality(actor, id, days)));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const actor = await requireActor('quality.read');
  const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations('quality')]);
  return { title: t('tabOf', { name: (await find(actor, id, qualityPeriodOf(query))).partnerName }) };
}

/** The scorecard of one partner. */
export default async function PartnerQualityPage({ params, searchParams }: Props) {
  const actor = await requireActor('quality.read');
  const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations('quality')]);
  const quality = await find(actor, id, qualityPeriodOf(query));
  return (
    <>
      <PageHeader
        title={<span translate="no">{quality.partnerName}</span>}
        lead={t('leadAll')}
        back={{ href: routes.quality({ days: quality.days }), label: t('back') }}
      />
      <Scorecard
        quality={quality}
        hrefOf={(days) => routes.partnerQuality(id, { days })}
        exampleHref={can(actor, 'consignment.read') ? (find) => routes.search({ find }) : undefined}
      />
    </>
  );
}
