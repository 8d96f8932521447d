import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideSecond } from '@/lib/clearance/decide-seizure';
import { REJECT_SEIZURE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, openChange } from './change/open-change';
import { isProposed, openProposal } from './change/proposal';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Turns down a proposed seizure: the consignment goes back to the queue. @throws NotFoundError, RefusedError `seizure.*`, `row.*` */
export async function rejectSeizure(
  actor: Actor,
  input: z.input<typeof REJECT_SEIZURE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(REJECT_SEIZURE_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'reject_seizure', wish, at);
    const { row } = open;
    const proposal = await openProposal(tx, row.consignmentId, wish.decisionId);
    const facts = {
      status: row.status,
      proposedBy: proposal.decidedBy,
      proposedVersion: proposal.version,
      currentVersion: open.version,
    };
    const { next } = accept(decideSecond('reject_seizure', facts, actor.id));
    await tx
      .update(decisions)
      .set({ state: 'rejected', secondBy: actor.id, secondByName: actor.name, secondAt: at, secondNote: wish.note })
      .where(isProposed(row.consignmentId, wish.decisionId));
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'seizure_rejected', { ground: proposal.ground, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.reject_seizure',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, decisionId: wish.decisionId },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}
