import 'server-only';
import { and } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { clearances, proposalLooks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { citationOf } from '@/lib/clearance/grounds';
import { VIEW_PROPOSAL_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { openProposal } from './change/proposal';

export type ViewedProposal = {
  readonly kind: DecisionKind;
  readonly ground: string;
  readonly citation: string | null;
  readonly note: string | null;
  readonly proposedByName: string;
};

/**
 * Opens a proposal for the second officer. Until then no query gives its ground and nobody may settle it, so that the own view comes
 * first; the audit log tells when it was opened. @throws NotFoundError, RefusedError `proposal.same_officer`
 */
export async function viewProposal(
  actor: Actor,
  input: z.input<typeof VIEW_PROPOSAL_INPUT>,
  at = now(),
): Promise<ViewedProposal> {
  authorise(actor, 'clearance.confirm');
  const { consignmentId, decisionId } = parseInput(VIEW_PROPOSAL_INPUT, input);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ officeId: clearances.officeId })
      .from(clearances)
      .where(and(ofConsignment(consignmentId), withinScope(actor)));
    if (!row) throw new NotFoundError('consignment');
    const { kind, ground, citation, note, decidedBy, decidedByName } = await openProposal(
      tx,
      consignmentId,
      decisionId,
    );
    if (decidedBy === actor.id) throw refuse('proposal.same_officer');
    await tx
      .insert(proposalLooks)
      .values({ consignmentId, decisionId, lookedBy: actor.id, lookedAt: at })
      .onConflictDoNothing();
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.view_proposal',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { decisionId },
      },
      at,
    );
    return { kind, ground, citation: citation ?? citationOf(kind, ground), note, proposedByName: decidedByName };
  });
}
