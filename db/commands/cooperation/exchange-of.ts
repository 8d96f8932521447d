import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { exchangePackages } from '@/db/schema';
import type { Direction } from '@/lib/cooperation/states';
import { NotFoundError } from '@/lib/kernel/errors';

/** A package that was sent or received, locked until the end of the transaction. @throws NotFoundError */
export async function lockExchange(
  tx: Tx,
  exchangeId: string,
  direction: Direction,
): Promise<typeof exchangePackages.$inferSelect> {
  const [found] = await tx
    .select()
    .from(exchangePackages)
    .where(eq(exchangePackages.exchangeId, exchangeId))
    .for('update');
  if (found?.direction !== direction) throw new NotFoundError('exchange');
  return found;
}
