import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { keepHits } from '@/db/commands/cooperation/keep-hits';
import { db } from '@/db/connection';
import { exchangeMatches, type exchangeMatchHits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { exchangeKeyOf, keyCheck } from '@/lib/cooperation/identifiers';

/** A question of the neighbour about so many identifiers. */
export const aQuestion = (secret: string, changes: object = {}, packageId: string = randomUUID()) => ({
  ...{
    packageId,
    check: keyCheck(exchangeKeyOf(secret, packageId)),
    items: undefined,
    kind: 'match_request',
    fromOn: '2026-10-01',
    toOn: '2026-10-31',
  },
  identifiers: [1, 2].map((number) => ({ number, kind: 'phone', hash: String(number).repeat(64) })),
  ...changes,
});
/** What a number of a question met. */
export const hit = (exchangeId: string, number: number, index = 0, officeId = 'NLRTM') => ({
  ...{ exchangeId, number, consignmentId: randomUUID(), receivedOn: '2026-10-05', officeId },
  reference: `REF-${String(index).padStart(6, '0')}`,
});
/** A matching that met numbers, as if the worker had looked. */
export async function matched(
  exchangeId: string,
  found: readonly (typeof exchangeMatchHits.$inferInsert)[],
): Promise<void> {
  const met = new Map<string, number>();
  await inTransaction((tx) => keepHits(tx, found, met));
  await db()
    .update(exchangeMatches)
    .set({ state: 'done', met: Object.fromEntries(met) })
    .where(eq(exchangeMatches.exchangeId, exchangeId));
}
