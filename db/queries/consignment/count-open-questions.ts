import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { referrals } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** How many questions of customs wait for an answer of the actor's partner; none for an actor without a partner. */
export async function countOpenQuestions(actor: Actor): Promise<number> {
  authorise(actor, 'consignment.track');
  if (!actor.partnerId) return 0;
  const [row] = await db()
    .select({ open: count() })
    .from(referrals)
    .where(and(eq(referrals.partnerId, actor.partnerId), IS_OPEN_REFERRAL));
  return row?.open ?? 0;
}
