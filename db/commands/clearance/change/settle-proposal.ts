import 'server-only';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { decisions } from '@/db/schema';
import { decideSecond } from '@/lib/clearance/decide-seizure';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import { accept, type ClearanceRow, openChange } from './open-change';
import { isProposed, openProposal, type Proposal, refuseWithdrawn } from './proposal';
import { recordEvent } from './record-event';
import { type Changed, writeChange } from './write-change';

type Wish = {
  readonly consignmentId: string;
  readonly rowVersion: number;
  readonly decisionId: string;
  readonly note: string | null;
};

const VERDICTS = {
  confirm_seizure: { state: 'final', event: 'seizure_confirmed', audit: 'clearance.confirm_seizure' },
  reject_seizure: { state: 'rejected', event: 'seizure_rejected', audit: 'clearance.reject_seizure' },
} as const;

/** What a second officer's verdict does to the row beside its status. */
export type Consequence = (proposal: Proposal) => Partial<ClearanceRow>;

/** Settles a proposed seizure by another officer than its proposer, once. @throws NotFoundError, RefusedError `seizure.*`, `row.*` */
export async function settleProposal(
  tx: Tx,
  actor: Actor,
  act: keyof typeof VERDICTS,
  wish: Wish,
  at: Date,
  consequence: Consequence = () => ({}),
): Promise<Changed> {
  const open = await openChange(tx, actor, act, wish, at).catch(async (error: unknown) => {
    // Whoever withdrew the proposal holds the consignment now: that it is claimed is the lesser half of what happened.
    if (error instanceof RefusedError) await refuseWithdrawn(tx, wish.consignmentId, wish.decisionId);
    throw error;
  });
  const { row } = open;
  const proposal = await openProposal(tx, row.consignmentId, wish.decisionId);
  const facts = {
    status: row.status,
    proposedBy: proposal.decidedBy,
    proposedVersion: proposal.version,
    currentVersion: open.version,
  };
  const { next } = accept(decideSecond(act, facts, actor.id));
  const { state, event, audit } = VERDICTS[act];
  await tx
    .update(decisions)
    .set({ state, secondBy: actor.id, secondByName: actor.name, secondAt: at, secondNote: wish.note })
    .where(isProposed(row.consignmentId, wish.decisionId));
  const { changed, standing } = await writeChange(tx, actor, open, { status: next, ...consequence(proposal) });
  await recordEvent(tx, actor, row, event, { ground: proposal.ground, note: wish.note }, at);
  await writeAudit(
    tx,
    actor,
    {
      action: audit,
      subjectType: 'consignment',
      subjectId: row.consignmentId,
      officeId: row.officeId,
      details: { ...standing, decisionId: wish.decisionId },
      reason: wish.note,
    },
    at,
  );
  return changed;
}
