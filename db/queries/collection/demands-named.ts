import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { demands } from '@/db/schema';
import { isDemandNumber, numberIn, paymentReference, referenceIn } from '@/lib/collection/payment-reference';

type Demand = typeof demands.$inferSelect;

/**
 * The demands that the words of bank lines name, by their reference; those that are settled too, whose money is then in hand. Takes no
 * actor: a part of others.
 */
export async function demandsNamed(
  tx: Tx,
  lines: readonly { readonly reference: string }[],
): Promise<ReadonlyMap<string, Demand>> {
  const references = lines.flatMap(({ reference }) => referenceIn(reference) ?? []);
  const numbers = [...new Set(references.map(numberIn).filter(isDemandNumber))];
  if (numbers.length === 0) return new Map();
  const rows = await tx.select().from(demands).where(inArray(demands.number, numbers));
  return new Map(rows.map((row) => [paymentReference(row.number), row]));
}
