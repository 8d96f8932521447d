import { routes } from '@/app/_server/routes';
import { EffectivenessFigure } from '@/components/statistics/effectiveness-figure';
import { ReleaseFigure } from '@/components/statistics/release-figure';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getEffectiveness } from '@/db/queries/statistics/get-effectiveness';
import { getReleaseTimes } from '@/db/queries/statistics/get-release-times';
import { narrowed, pinned, statisticsFilterParams } from '@/lib/statistics/filter';
import { DefinitionLink } from './definition-link';
import type { SectionProps } from './section-props';

/** How long releases take. */
export async function ReleaseSection({ actor, filter, resolved }: SectionProps) {
  const { current, previous } = await getReleaseTimes(actor, filter, resolved);
  return <ReleaseFigure current={current} previous={previous} definition={<DefinitionLink of="releaseTimes" />} />;
}

/** What examinations find; a reason leads to its findings. */
export async function EffectivenessSection({ actor, filter, resolved, pinnedParams }: SectionProps) {
  const [effectiveness, currency] = await Promise.all([getEffectiveness(actor, filter, resolved), getCurrency()]);
  const fixed = pinned(filter, resolved);
  return (
    <EffectivenessFigure
      effectiveness={effectiveness}
      definition={<DefinitionLink of="hitRate" />}
      currency={currency}
      exportHref={routes.statisticsExport('effectiveness', pinnedParams)}
      hrefOf={(reason) =>
        routes.statisticsItems(
          statisticsFilterParams(narrowed(narrowed(fixed, 'reason', reason), 'examination', 'finding')),
        )
      }
    />
  );
}
