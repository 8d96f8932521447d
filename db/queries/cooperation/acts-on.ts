import 'server-only';
import { and, eq, gte, isNull, or, type SQL } from 'drizzle-orm';
import { profileListEditions, profileLists, profileStandings, profiles } from '@/db/schema';

const lasts = (endsOn: typeof profiles.endsOn | typeof profileLists.endsOn, day: string) =>
  or(isNull(endsOn), gte(endsOn, day));

/** Versions of profiles that look at consignments on a day: their state alone does not tell, for nothing runs when their last day is over. */
export function profileActsOn(day: string): SQL | undefined {
  const { state, shadowUntil, expiresOn } = profileStandings;
  return and(
    or(
      and(eq(state, 'active'), gte(expiresOn, day)),
      and(eq(state, 'shadow'), or(isNull(shadowUntil), gte(shadowUntil, day))),
    ),
    lasts(profiles.endsOn, day),
  );
}

/** Editions of lists in force on a day. */
export function listActsOn(day: string): SQL | undefined {
  return and(eq(profileListEditions.state, 'in_force'), lasts(profileLists.endsOn, day));
}
