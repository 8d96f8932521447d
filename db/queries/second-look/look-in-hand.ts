import 'server-only';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { secondLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { LOOK_STANDS, openedSince } from './conditions';

export type TakenLook = Pick<typeof secondLooks.$inferSelect, 'consignmentId' | 'lookId'>;

/** What the officer has taken and may still answer, the latest; null where there is none. */
export async function lookInHand(actor: Actor, at = new Date()): Promise<TakenLook | null> {
  authorise(actor, 'clearance.second_look');
  const [held] = await db()
    .select({
      consignmentId: secondLooks.consignmentId,
      lookId: secondLooks.lookId,
      takenAt: secondLooks.takenAt,
    })
    .from(secondLooks)
    .where(
      and(
        eq(secondLooks.takenBy, actor.id),
        isNull(secondLooks.answeredAt),
        gt(secondLooks.takenUntil, at),
        inArray(secondLooks.officeId, [...actor.officeIds]),
        LOOK_STANDS,
      ),
    )
    .limit(1);
  if (!held?.takenAt) return null;
  const { consignmentId, lookId, takenAt } = held;
  const opened = await openedSince(db(), actor, [consignmentId], takenAt);
  return opened.size > 0 ? null : { consignmentId, lookId };
}
