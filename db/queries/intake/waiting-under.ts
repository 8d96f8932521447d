import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { RefusedKey } from './next-refused';

/** The newest refused record under a reference of the own partner that waits to be mended; null where none does, or for staff. */
export async function waitingUnder(actor: Actor, reference: string): Promise<RefusedKey | null> {
  authorise(actor, 'intake.mend');
  if (actor.partnerId === null) return null;
  const { submissionId, recordNumber, partnerId, state, quarantinedAt } = quarantinedRecords;
  const [newest] = await db()
    .select({ submissionId, recordNumber })
    .from(quarantinedRecords)
    .where(and(eq(partnerId, actor.partnerId), eq(quarantinedRecords.reference, reference), eq(state, 'open')))
    .orderBy(desc(quarantinedAt), desc(submissionId), desc(recordNumber))
    .limit(1);
  return newest ?? null;
}
