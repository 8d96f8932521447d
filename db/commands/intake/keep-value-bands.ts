import 'server-only';
import { max } from 'drizzle-orm';
import { db } from '@/db/connection';
import { valueBands } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refreshValueBands } from './refresh-value-bands';

const FRESH_MS = 6 * 3_600_000;

/**
 * Learns the reference bands anew when they are a quarter of a day old, and not at every start: a restart must not change by what
 * the rest of a file is judged. Gives how many bands were learned.
 */
export async function keepValueBands(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'intake.process');
  const [learned] = await db()
    .select({ at: max(valueBands.computedAt) })
    .from(valueBands);
  if (learned?.at && at.getTime() - learned.at.getTime() < FRESH_MS) return 0;
  return refreshValueBands(actor, at);
}
