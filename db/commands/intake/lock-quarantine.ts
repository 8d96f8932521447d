import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';

/** First key of the advisory locks of quarantine; the second is made from the partner. */
const QUARANTINE_LOCK = 7_215_910;

/**
 * Lets one transaction at a time settle several waiting records of a partner, until it ends: a batch settles them in two statements and
 * a replay in one, each in no certain order, and would wait crosswise. Locks of the intake are taken in this order everywhere: slots of
 * offices, identities and clearances by id, then this, then the waiting records, then histories, statistics and quality. A single
 * record that is set aside needs it not: who holds one and waits for nothing blocks nobody.
 */
export async function lockQuarantine(tx: Tx, partnerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${QUARANTINE_LOCK}, hashtext(${partnerId}))`);
}
