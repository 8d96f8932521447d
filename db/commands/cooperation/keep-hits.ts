import 'server-only';
import type { Tx } from '@/db/connection';
import { exchangeMatchHits } from '@/db/schema';

/** Consignments kept of one number: pages show fewer, and answers fewer still. The others are counted. */
export const HITS_KEPT = 200;
/** Rows of one statement: PostgreSQL takes 65,535 values in one, and a row has six. */
const INSERT_ROWS = 5_000;

/**
 * Counts which consignments meet which numbers in `met`, and keeps the first of each number. One number that everybody has, as that of a
 * carrier, is met by all there is: what is kept must not grow with it.
 */
export async function keepHits(
  tx: Tx,
  found: readonly (typeof exchangeMatchHits.$inferInsert)[],
  met: Map<string, number>,
): Promise<void> {
  const kept = found.filter(({ number }) => {
    const before = met.get(String(number)) ?? 0;
    met.set(String(number), before + 1);
    return before < HITS_KEPT;
  });
  for (let start = 0; start < kept.length; start += INSERT_ROWS)
    await tx
      .insert(exchangeMatchHits)
      .values(kept.slice(start, start + INSERT_ROWS))
      .onConflictDoNothing();
}
