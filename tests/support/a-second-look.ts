import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { secondLooks } from '@/db/schema';
import { aConsignment } from './a-consignment';
import type { Desk } from './a-desk';
import { standing } from './command-cases';

/** The lease of a second look runs by the clock of the database: its tests play now. */
export const now = () => new Date();

/** Forgets what was drawn so far. */
export const noLooks = async () => void (await db().delete(secondLooks));

/** A release of the officer, with a second look at it as if it had been drawn. */
export async function aDrawnRelease(desk: Desk) {
  const placed = await aConsignment(desk);
  const { consignmentId, rowVersion } = placed;
  const at = new Date(Date.now() - 60_000);
  const wish = { consignmentId, rowVersion, ground: 'documents_in_order' } as const;
  const released = await releaseConsignment(desk.officer, wish, at);
  const lookId = released.decisionId;
  const { receivedOn, reference } = await standing(consignmentId);
  await db()
    .insert(secondLooks)
    .values({
      ...{ consignmentId, lookId, receivedOn, officeId: desk.officeId, kind: 'by_data', firstChoice: 'release' },
      ...{ firstReason: 'documents_in_order', firstBy: desk.officer.id, version: 1, probability: '0.05', drawnAt: at },
    })
    .onConflictDoNothing();
  return { consignmentId, lookId, rowVersion: released.rowVersion, reference };
}
