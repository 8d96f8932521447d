import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { inTransaction } from '@/db/transaction';
import { BATCH_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleBatch } from './change/batch';

/** Takes back the own proposal to release together while nobody has settled it. @throws NotFoundError, RefusedError `batch.*` */
export async function withdrawTogether(actor: Actor, input: z.input<typeof BATCH_INPUT>, at = now()): Promise<void> {
  authorise(actor, 'clearance.release');
  const wish = parseInput(BATCH_INPUT, input);
  await inTransaction((tx) => settleBatch(tx, actor, 'withdraw', wish, at));
}
