import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { REJECT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleProposal } from './change/settle-proposal';
import type { Changed } from './change/write-change';

/** Turns down what another officer proposed: the consignment stands where it stood. @throws NotFoundError, RefusedError `proposal.*`, `row.*` */
export async function rejectProposal(actor: Actor, input: z.input<typeof REJECT_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  return settleProposal(actor, 'reject', parseInput(REJECT_INPUT, input), at);
}
