import type { Actor } from '@/lib/identity/actor';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';

/** What every part of the dashboard answers: who asks, under which filter, for which days. */
export type SectionProps = {
  readonly actor: Actor;
  readonly filter: StatisticsFilter;
  readonly resolved: Resolved;
  /** The filter as address parameters with its days written out, for lists and files. */
  readonly pinnedParams: Record<string, string | readonly string[]>;
};
