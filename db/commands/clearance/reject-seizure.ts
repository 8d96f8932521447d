import 'server-only';
import type { z } from 'zod';
import { inTransaction } from '@/db/transaction';
import { REJECT_SEIZURE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleProposal } from './change/settle-proposal';
import type { Changed } from './change/write-change';

/** Turns down a proposed seizure: the consignment goes back to the queue. @throws NotFoundError, RefusedError `seizure.*`, `row.*` */
export async function rejectSeizure(
  actor: Actor,
  input: z.input<typeof REJECT_SEIZURE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(REJECT_SEIZURE_INPUT, input);
  return inTransaction((tx) => settleProposal(tx, actor, 'reject_seizure', wish, at));
}
