import { BenchmarksPanel } from '@/components/statistics/benchmarks-panel';
import { ConcentrationFigure } from '@/components/statistics/concentration-figure';
import { ForecastFigure } from '@/components/statistics/forecast-figure';
import { StudyFigure } from '@/components/statistics/study-figure';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getBreakdown } from '@/db/queries/statistics/get-breakdown';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { getOwnSums } from '@/db/queries/statistics/get-own-sums';
import { getReleaseStudy, type Studied } from '@/db/queries/statistics/get-release-study';
import { addDays } from '@/lib/kernel/dates';
import { ownFigures } from '@/lib/statistics/benchmarks';
import { concentrationOf } from '@/lib/statistics/concentration';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import { forecastOf } from '@/lib/statistics/forecast';
import { eachDay } from '@/lib/statistics/period';
import { DefinitionLink } from '../../../_components/definition-link';
import type { PartProps } from './part-section';

/** Days a forecast learns from, and days it foretells. */
const [LEARNT, AHEAD] = [364, 28];
/** More marketplaces than any administration has. */
const MEMBERS_MAX = 50_000;

/** What comes in the next weeks, learnt from whole days, whatever period the page shows. */
export async function ForecastSection({ actor, filter, today }: PartProps) {
  const period = { from: addDays(today, -LEARNT), to: addDays(today, -1) };
  const { current } = await getDailyFigures(actor, filter, { period, previous: null });
  const counts = new Map(current.map(({ day, figures }) => [day, Number(figures.consignments)]));
  const first = current.find(({ figures }) => figures.consignments > 0n)?.day;
  // Before the first day nothing was received here at all: those days are no zeros to learn from.
  const seen = first
    ? eachDay({ from: first, to: period.to }).map((day) => ({ day, count: counts.get(day) ?? 0 }))
    : [];
  return (
    <ForecastFigure
      seen={seen}
      definition={<DefinitionLink of="forecast" />}
      forecast={forecastOf(
        seen.map(({ count }) => count),
        AHEAD,
      )}
    />
  );
}

/** Own figures beside published ones. */
export async function BenchmarksSection({ actor, filter, resolved }: PartProps) {
  const [sums, currency] = await Promise.all([getOwnSums(actor, filter, resolved), getCurrency()]);
  return <BenchmarksPanel own={ownFigures(sums, currency)} />;
}

/** How far a few marketplaces bring the whole. */
export async function ConcentrationSection({ actor, filter, resolved }: PartProps) {
  const asked = { ...filter, measure: 'consignments' } as const;
  const { rows } = await getBreakdown(
    actor,
    asked,
    { period: resolved.period, previous: null },
    'marketplace',
    MEMBERS_MAX,
  );
  const named = rows.filter(({ member, value }) => member !== NOT_DECLARED && value > 0n);
  return (
    <ConcentrationFigure
      concentration={concentrationOf(named.map(({ value }) => value))}
      definition={<DefinitionLink of="concentration" />}
    />
  );
}

/** What release takes short or long by. */
export async function StudySection({
  actor,
  filter,
  resolved,
  officeNames,
  by: asked,
}: PartProps & { by: readonly Studied[] }) {
  const causes = await Promise.all(
    asked.map(async (by) => ({ by, rows: await getReleaseStudy(actor, filter, resolved, by) })),
  );
  return <StudyFigure causes={causes} officeNames={officeNames} definition={<DefinitionLink of="releaseTimes" />} />;
}
