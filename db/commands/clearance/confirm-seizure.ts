import 'server-only';
import type { z } from 'zod';
import { inTransaction } from '@/db/transaction';
import { CONFIRM_SEIZURE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { settleProposal } from './change/settle-proposal';
import type { Changed } from './change/write-change';

/** Seizes what another officer proposed to seize, on the data the proposal was made on. @throws NotFoundError, RefusedError `seizure.*`, `row.*` */
export async function confirmSeizure(
  actor: Actor,
  input: z.input<typeof CONFIRM_SEIZURE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(CONFIRM_SEIZURE_INPUT, input);
  return inTransaction((tx) =>
    settleProposal(tx, actor, 'confirm_seizure', wish, at, (proposal) => ({
      decidedAt: at,
      decidedBy: proposal.decidedBy,
      isUpdated: false,
    })),
  );
}
