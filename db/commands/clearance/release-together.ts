import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { RELEASE_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { eachOf, type Outcome } from './change/each-of';
import { release } from './change/release';

/**
 * Releases consignments of equal kind on one ground, each as it was seen and by itself: what is refused of one holds up no other. What was
 * singled out is refused (`together.*`). All audit rows bear the same batch.
 */
export async function releaseTogether(
  actor: Actor,
  input: z.input<typeof RELEASE_TOGETHER_INPUT>,
  at = new Date(),
): Promise<Outcome[]> {
  authorise(actor, 'clearance.release');
  const { rows, ground, note } = parseInput(RELEASE_TOGETHER_INPUT, input);
  const batch = { id: randomUUID(), count: rows.length };
  return eachOf(rows, (row) => release(actor, { ...row, kind: 'release', ground, note }, at, batch));
}
