import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { REJECT_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleBatch } from './change/batch';

/** Turns down, as another person than its writer, a proposal to release together: its consignments stay in the queue. @throws NotFoundError, RefusedError `batch.*` */
export async function rejectTogether(
  actor: Actor,
  input: z.input<typeof REJECT_TOGETHER_INPUT>,
  at = now(),
): Promise<void> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(REJECT_TOGETHER_INPUT, input);
  await inTransaction((tx) => settleBatch(tx, actor, 'reject', wish, at));
}
