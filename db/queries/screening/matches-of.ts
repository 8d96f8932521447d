import 'server-only';
import { inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { dismissals } from '@/db/schema';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type DismissalView, dismissalsInForce } from './list-dismissals';
import { matchesInScope } from './matches-in-scope';

/** A listed party that one of the parties may be, and who said that it is not, if anyone did. */
export type MatchView = DeniedMatch & {
  readonly dismissal: Pick<DismissalView, 'dismissedByName' | 'dismissedAt' | 'reason'> | null;
};

/** The listed parties that a consignment of one's own offices resembles, the most alike first. @throws NotFoundError */
export async function matchesOfConsignment(actor: Actor, consignmentId: string): Promise<MatchView[]> {
  authorise(actor, 'consignment.read');
  const { keys, matches } = await matchesInScope(db(), actor, consignmentId);
  if (matches.length === 0) return [];
  const dismissed = await dismissalsInForce(inArray(dismissals.partyKey, Object.values(keys)));
  return matches.map((match) => {
    const { party, list, entryId, edition } = match;
    const dismissal = dismissed.find(
      (one) => one.partyKey === keys[party] && one.list === list && one.entryId === entryId && one.edition === edition,
    );
    if (!dismissal) return { ...match, dismissal: null };
    const { dismissedByName, dismissedAt, reason } = dismissal;
    return { ...match, dismissal: { dismissedByName, dismissedAt, reason } };
  });
}
