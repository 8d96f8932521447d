import 'server-only';
import { inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { dismissals, offices } from '@/db/schema';
import type { DeniedMatch } from '@/lib/assessment/facts';
import { isWordsPersonal, maskMatch } from '@/lib/clearance/mask-match';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type DismissalView, dismissalsInForce } from './list-dismissals';
import { matchesInScope } from './matches-in-scope';

/** Who said that a party is not the listed one; of an office the actor does not work in, the office and no more. */
export type DismissedView =
  | ({ readonly isOwn: true } & Pick<DismissalView, 'dismissedByName' | 'dismissedAt' | 'reason'>)
  | { readonly isOwn: false; readonly officeName: string };

/** A listed party that one of the parties may be, and who said that it is not, if anyone did. */
export type MatchView = DeniedMatch & {
  /** The words of the declared name are kept back until somebody reveals them. */
  readonly isMasked: boolean;
  readonly dismissal: DismissedView | null;
};

/** The listed parties that a consignment of one's own offices resembles, the most alike first. @throws NotFoundError */
export async function matchesOfConsignment(actor: Actor, consignmentId: string): Promise<MatchView[]> {
  authorise(actor, 'consignment.read');
  const { keys, matches, transactionType } = await matchesInScope(db(), actor, consignmentId);
  if (matches.length === 0) return [];
  const dismissed = await dismissalsInForce(inArray(dismissals.partyKey, Object.values(keys)));
  const officeIds = [...new Set(dismissed.map(({ officeId }) => officeId))];
  const names =
    officeIds.length === 0
      ? []
      : await db().select({ id: offices.id, name: offices.name }).from(offices).where(inArray(offices.id, officeIds));
  const viewOf = ({ officeId, dismissedByName, dismissedAt, reason }: DismissalView): DismissedView =>
    actor.officeIds.includes(officeId)
      ? { isOwn: true, dismissedByName, dismissedAt, reason }
      : { isOwn: false, officeName: names.find(({ id }) => id === officeId)?.name ?? officeId };
  return matches.map((match) => {
    const { party, list, entryId, edition } = match;
    const dismissal = dismissed.find(
      (one) => one.partyKey === keys[party] && one.list === list && one.entryId === entryId && one.edition === edition,
    );
    const isMasked = isWordsPersonal(party, transactionType);
    return { ...(isMasked ? maskMatch(match) : match), isMasked, dismissal: dismissal ? viewOf(dismissal) : null };
  });
}
