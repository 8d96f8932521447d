import 'server-only';
import { lte } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sandboxAnswers } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Forgets the trials whose time is over; no audit row, the trial itself has one. Gives how many. */
export async function dropSandboxAnswers(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'sandbox.expire');
  const dropped = await db().delete(sandboxAnswers).where(lte(sandboxAnswers.expiresAt, at));
  return dropped.rowCount ?? 0;
}
