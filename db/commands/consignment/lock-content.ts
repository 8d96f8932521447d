import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';

/**
 * Makes the bytes of a SHA-256 ours until the transaction ends: shared by those who attach them, alone for who takes them away, so that
 * nothing is attached to bytes that are just going. Taken after the row of the consignment, by everybody.
 */
export async function lockContent(tx: Tx, sha256: string, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended('content ' || ${sha256}::text, 0)`;
  await tx.execute(
    how === 'shared' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`,
  );
}
