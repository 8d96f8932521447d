import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';

/**
 * Keeps erasing and placing holds apart until the transaction ends: erasing holds it alone, whoever places a hold shared, so that nothing
 * is erased of what was just said to be needed.
 */
export async function lockErasing(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended('privacy erasing', 0)`;
  await tx.execute(
    how === 'shared' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`,
  );
}
