import { FiguresNote } from '@/components/statistics/figures-note';
import { countQuarantined } from '@/db/queries/statistics/count-quarantined';
import { countWaitingSubmissions } from '@/db/queries/statistics/count-waiting-submissions';
import type { DailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { getDayChecks } from '@/db/queries/statistics/get-day-checks';
import type { Actor } from '@/lib/identity/actor';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { totalOf } from '@/lib/statistics/series';

type NoteSectionProps = {
  actor: Actor;
  filter: StatisticsFilter;
  resolved: Resolved;
  figures: Promise<DailyFigures>;
  at: Date;
};

/** Until when the figures of a page reach, and what came and is not in them. */
export async function NoteSection({ actor, filter, resolved, figures, at }: NoteSectionProps) {
  const [quarantined, waiting, { current }, checks] = await Promise.all([
    countQuarantined(actor, filter, resolved.period),
    countWaitingSubmissions(actor),
    figures,
    getDayChecks(actor, resolved.period),
  ]);
  return <FiguresNote {...{ at, quarantined, waiting, checks }} counted={totalOf(current).consignments} />;
}
