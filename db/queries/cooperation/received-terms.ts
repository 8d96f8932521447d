import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { exchangeCounterparts, exchangeItems, exchangePackages } from '@/db/schema';
import type { Caveat, Handling } from '@/lib/cooperation/handling';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type ReceivedTerms = {
  readonly exchangeId: string;
  readonly code: string;
  readonly name: string;
  readonly handling: Handling;
  readonly caveats: readonly Caveat[];
  readonly expiresOn: string;
  /** Whether it was ended before its last day. */
  readonly isEnded: boolean;
};

/** Under which terms a profile or list came from another administration; null for one of our own. */
export async function receivedTerms(actor: Actor, subjectId: string): Promise<ReceivedTerms | null> {
  authorise(actor, 'cooperation.read');
  const { exchangeId, handling, caveats, expiresOn } = exchangeItems;
  const [found] = await db()
    .select({
      ...{ exchangeId, handling, caveats, expiresOn, state: exchangePackages.state },
      ...{ code: exchangeCounterparts.code, name: exchangeCounterparts.name },
    })
    .from(exchangeItems)
    .innerJoin(exchangePackages, eq(exchangePackages.exchangeId, exchangeId))
    .innerJoin(exchangeCounterparts, eq(exchangeCounterparts.counterpartId, exchangePackages.counterpartId))
    .where(
      and(
        eq(exchangeItems.subjectId, subjectId),
        eq(exchangeItems.state, 'taken'),
        eq(exchangePackages.direction, 'received'),
      ),
    );
  if (!found) return null;
  const { state, ...terms } = found;
  return { ...terms, isEnded: state === 'withdrawn' };
}
