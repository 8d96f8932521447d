import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { CONFIRM_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleProposal } from './change/settle-proposal';
import type { Changed } from './change/write-change';

/** Puts into effect what another officer proposed, on the data it was proposed on. @throws NotFoundError, RefusedError `proposal.*`, `decision.*`, `release.unusual_*`, `row.*` */
export async function confirmProposal(
  actor: Actor,
  input: z.input<typeof CONFIRM_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  return settleProposal(actor, 'confirm', parseInput(CONFIRM_INPUT, input), at);
}
