import 'server-only';
import { eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { looks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { lastFreezeDay } from '@/lib/publication/calendar';

/**
 * Whether a month waits to be frozen: it was not looked at since the last day on which that is done. Once looked at, whatever came of it,
 * the ledger is not read again until the next such day; a look that failed is none.
 */
export async function monthIsToBeFrozen(actor: Actor, month: string, at: Date): Promise<boolean> {
  authorise(actor, 'publication.freeze');
  const [look] = await db().select({ lookedAt: looks.lookedAt }).from(looks).where(eq(looks.month, month));
  return !look || dayOf(look.lookedAt) < lastFreezeDay(dayOf(at));
}
