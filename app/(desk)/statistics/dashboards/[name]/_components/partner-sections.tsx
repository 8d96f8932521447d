import { routes } from '@/app/_server/routes';
import { PartnersInTime, QualityFigure } from '@/components/statistics/partner-figures';
import { PartnersPanel } from '@/components/statistics/partners-panel';
import { getPartnerData } from '@/db/queries/statistics/get-partner-data';
import { can } from '@/lib/identity/permissions';
import { partnerSeries, sentByPartner, sentByPoint } from '@/lib/statistics/partner-data';
import { bucketsOf } from '@/lib/statistics/period';
import { DefinitionLink } from '../../../_components/definition-link';
import type { PartProps } from './part-section';

/** How good the data were, or how much was refused, over time. */
export async function QualitySection({ actor, resolved, of }: PartProps & { of: 'score' | 'refused' }) {
  const { current } = await getPartnerData(actor, { ...resolved, previous: null });
  const points = sentByPoint(current, bucketsOf(resolved.period, resolved.grain));
  return (
    <QualityFigure
      {...{ points, of }}
      grain={resolved.grain}
      definition={<DefinitionLink of={of === 'score' ? 'qualityScore' : 'refusedShare'} />}
    />
  );
}

/** The partners of the period beside what they sent before. */
export async function PartnersSection({ actor, resolved }: PartProps) {
  const { current, before } = await getPartnerData(actor, resolved);
  const hrefOf = (partnerId: string) => (can(actor, 'quality.read') ? routes.partnerQuality(partnerId) : null);
  return <PartnersPanel partners={sentByPartner(current, before)} hrefOf={hrefOf} />;
}

/** What the largest partners sent over time. */
export async function PartnersInTimeSection({ actor, resolved }: PartProps) {
  const { current } = await getPartnerData(actor, { ...resolved, previous: null });
  const series = partnerSeries(current, bucketsOf(resolved.period, resolved.grain));
  return <PartnersInTime series={series} grain={resolved.grain} />;
}
