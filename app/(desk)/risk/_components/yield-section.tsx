import { routes } from '@/app/_server/routes';
import { EffectivenessFigure } from '@/components/statistics/effectiveness-figure';
import { getEffectiveness } from '@/db/queries/statistics/get-effectiveness';
import { getIndicatorHits, HITS_DAYS } from '@/db/queries/statistics/get-indicator-hits';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import {
  narrowed,
  parseStatisticsFilter,
  pinned,
  resolveFilter,
  statisticsFilterParams,
} from '@/lib/statistics/filter';
import { HitsPanel } from './lists-panels';

/** The figures of one and the same instant: the statistics of the last days, and the hits by indicator. */
async function found(actor: Actor) {
  const at = new Date();
  const filter = parseStatisticsFilter({ period: `last${HITS_DAYS}` });
  const resolved = resolveFilter(filter, dayOf(at));
  const [effectiveness, hits] = await Promise.all([
    getEffectiveness(actor, filter, resolved),
    getIndicatorHits(actor, at),
  ]);
  return { effectiveness, hits, fixed: pinned(filter, resolved) };
}

/** What selection has found: by reason against the random sample, and by indicator. */
export async function YieldSection({ actor }: { actor: Actor }) {
  const { effectiveness, hits, fixed } = await found(actor);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
      <EffectivenessFigure
        effectiveness={effectiveness}
        exportHref={
          can(actor, 'statistics.export')
            ? routes.statisticsExport('effectiveness', statisticsFilterParams(fixed))
            : undefined
        }
        hrefOf={(reason) =>
          routes.statisticsItems(
            statisticsFilterParams(narrowed(narrowed(fixed, 'reason', reason), 'examination', 'finding')),
          )
        }
      />
      <HitsPanel hits={hits} days={HITS_DAYS} />
    </div>
  );
}
