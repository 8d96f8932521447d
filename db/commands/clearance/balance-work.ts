import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { BALANCE_INPUT } from '@/lib/clearance/balance';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { eachOf, type Outcome } from './change/each-of';
import { reassignClaim } from './reassign-claim';

/**
 * Gives several consignments to other officers for one reason, each by itself as `reassignClaim` does: one that was claimed, decided or
 * changed since it was seen stays where it is and is named with why. @throws InvalidInputError
 */
export async function balanceWork(
  actor: Actor,
  input: z.input<typeof BALANCE_INPUT>,
  at = now(),
): Promise<readonly Outcome[]> {
  authorise(actor, 'clearance.reassign');
  const { moves, note } = parseInput(BALANCE_INPUT, input);
  return eachOf(moves, (move) => reassignClaim(actor, { ...move, note }, at));
}
