import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideSecond } from '@/lib/clearance/decide-seizure';
import { CONFIRM_SEIZURE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, openChange } from './change/open-change';
import { isProposed, openProposal } from './change/proposal';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Seizes what another officer proposed to seize, on the data the proposal was made on. @throws NotFoundError, RefusedError `seizure.*`, `row.*` */
export async function confirmSeizure(
  actor: Actor,
  input: z.input<typeof CONFIRM_SEIZURE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  const wish = parseInput(CONFIRM_SEIZURE_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'confirm_seizure', wish, at);
    const { row } = open;
    const proposal = await openProposal(tx, row.consignmentId, wish.decisionId);
    const facts = {
      status: row.status,
      proposedBy: proposal.decidedBy,
      proposedVersion: proposal.version,
      currentVersion: open.version,
    };
    const { next } = accept(decideSecond('confirm_seizure', facts, actor.id));
    await tx
      .update(decisions)
      .set({ state: 'final', secondBy: actor.id, secondByName: actor.name, secondAt: at, secondNote: wish.note })
      .where(isProposed(row.consignmentId, wish.decisionId));
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      decidedAt: at,
      decidedBy: proposal.decidedBy,
      isUpdated: false,
    });
    await recordEvent(tx, actor, row, 'seizure_confirmed', { ground: proposal.ground, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.confirm_seizure',
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
