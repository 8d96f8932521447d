import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { exchangeCounterparts } from '@/db/schema';
import { isInForce } from '@/lib/cooperation/states';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * An administration that may exchange on a day, as it is kept. Takes no actor: commands compose it.
 * @throws NotFoundError; RefusedError `cooperation.not_in_force`
 */
export async function counterpartInForce(from: Executor, counterpartId: string, day: string) {
  const [found] = await from
    .select()
    .from(exchangeCounterparts)
    .where(eq(exchangeCounterparts.counterpartId, counterpartId));
  if (!found) throw new NotFoundError('counterpart');
  if (!isInForce(found, day)) throw refuse('cooperation.not_in_force');
  return found;
}
