import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { Scorecard } from '@/components/quality/scorecard';
import { PageHeader } from '@/components/shell/page-header';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { can } from '@/lib/identity/permissions';
import { type QualityParams, qualityPeriodOf } from '../search-params';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<QualityParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') };
}

/** The scorecard of one partner. */
export default async function PartnerQualityPage({ params, searchParams }: Props) {
  const actor = await requireActor('quality.read');
  const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations('quality')]);
  const quality = await orNotFound(getPartnerQuality(actor, id, qualityPeriodOf(query)));
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
