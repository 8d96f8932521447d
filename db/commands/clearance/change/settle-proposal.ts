import 'server-only';
import { writeAudit } from '@/db/audit';
import { endAudits } from '@/db/commands/post-audit/end-audits';
import type { Tx } from '@/db/connection';
import { secondFacts } from '@/db/queries/consignment/second-facts';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideSecond, isOfConsequence } from '@/lib/clearance/decide-outcome';
import { powerAgainst } from '@/lib/clearance/powers';
import { TRANSITIONS } from '@/lib/clearance/transitions';
import { decideUnusual, type UnusualCode, unusualRelease } from '@/lib/clearance/unusual-release';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { RefusedError } from '@/lib/kernel/errors';
import { eventOf, inEffect } from './decide';
import { accept, type OpenChange, openChange } from './open-change';
import { isOpenedBy, isProposed, openProposal, refuseWithdrawn } from './proposal';
import { recordEvent } from './record-event';
import { releasedOrUnpaid } from './released-or-unpaid';
import { unusualFacts } from './unusual-facts';
import { type Changed, writeChange } from './write-change';

type Wish = {
  readonly consignmentId: string;
  readonly rowVersion: number;
  readonly decisionId: string;
  readonly note: string | null;
  /** What is unusual about a release, as far as who confirms it looked at it. */
  readonly acknowledged?: readonly string[];
};

/**
 * Settles a proposal by another officer than its proposer, who opened it, once: confirmed, it takes effect now and stays the proposer's
 * decision. Who may not take the decision may not confirm it either, and what is unusual about a release by then is looked at by both.
 * @throws NotFoundError, RefusedError `power.*`, `proposal.*`, `decision.*`, `release.unusual_*`, `row.*`, `confirmation_needed` for what
 * takes goods away for good
 */
export async function settleProposal(actor: Actor, act: 'confirm' | 'reject', wish: Wish, at: Date): Promise<Changed> {
  authorise(actor, 'clearance.confirm');
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, act, wish, at).catch(async (error: unknown) => {
      // Whoever withdrew the proposal holds the consignment now: that it is claimed is the lesser half of what happened.
      if (error instanceof RefusedError) await refuseWithdrawn(tx, wish.consignmentId, wish.decisionId);
      throw error;
    });
    const { row } = open;
    const { kind, ground, citation, ...proposal } = await openProposal(tx, row.consignmentId, wish.decisionId);
    if (act === 'confirm' && isOfConsequence(kind)) requireConfirmed(actor, at);
    const facts = {
      ...row,
      kind,
      proposedBy: proposal.decidedBy,
      isOpened: await isOpenedBy(tx, actor, row.consignmentId, wish.decisionId),
      before: proposal.fromStatus,
      aim: TRANSITIONS[kind].to,
      proposedVersion: proposal.version,
      currentVersion: open.version,
    };
    const { next: aim } = accept(decideSecond(act, facts, actor.id));
    const isConfirmed = act === 'confirm';
    if (isConfirmed) {
      const { valueMinor } = await secondFacts(tx, row);
      const against = powerAgainst(kind, actor.role, valueMinor, open.policy);
      if (against) throw new RefusedError([against]);
    }
    const looked = isConfirmed ? await lookedAt(tx, open, kind, wish.acknowledged ?? []) : [];
    const next = isConfirmed && aim === 'released' ? await releasedOrUnpaid(tx, open) : aim;
    await tx
      .update(decisions)
      .set({
        state: isConfirmed ? 'final' : 'rejected',
        secondBy: actor.id,
        secondByName: actor.name,
        secondAt: at,
        secondNote: wish.note,
      })
      .where(isProposed(row.consignmentId, wish.decisionId));
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      proposedKind: null,
      proposedFrom: null,
      ...(isConfirmed ? inEffect({ kind, next }, row, proposal.decidedBy, at) : {}),
    });
    if (isConfirmed && kind === 'reverse') await endAudits(tx, actor, [row.consignmentId], 'reversed', at);
    const event = isConfirmed ? eventOf({ kind, next }) : 'proposal_rejected';
    await recordEvent(tx, actor, row, event, { kind, ground, citation, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: isConfirmed ? 'clearance.confirm' : 'clearance.reject',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: {
          ...standing,
          decisionId: wish.decisionId,
          kind,
          ...(looked.length > 0 ? { acknowledged: looked } : {}),
        },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}

/**
 * What is unusual about a release as it is now: a dismissal of a listed party may have been withdrawn since it was proposed, and the
 * second pair of eyes sees what the first saw. @throws RefusedError `release.unusual_*` for what was not looked at
 */
async function lookedAt(
  tx: Tx,
  open: OpenChange,
  kind: DecisionKind,
  acknowledged: readonly string[],
): Promise<UnusualCode[]> {
  if (kind !== 'release' && kind !== 'release_with_correction') return [];
  const unusual = unusualRelease(await unusualFacts(tx, open, kind), kind);
  accept(decideUnusual(unusual, acknowledged));
  return unusual.map(({ code }) => code);
}
