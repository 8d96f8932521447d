import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { decisions, events, proposalLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

export type Proposal = typeof decisions.$inferSelect;

/** What is proposed for a consignment. @throws RefusedError `proposal.withdrawn`, NotFoundError when there is none under this id, or it is settled */
export async function openProposal(tx: Tx, consignmentId: string, decisionId: string): Promise<Proposal> {
  const [proposal] = await tx.select().from(decisions).where(isProposed(consignmentId, decisionId));
  if (!proposal) {
    await refuseWithdrawn(tx, consignmentId, decisionId);
    throw new NotFoundError('decision');
  }
  return proposal;
}

/** The condition under which a proposal may be settled: once. */
export function isProposed(consignmentId: string, decisionId: string) {
  return and(
    eq(decisions.consignmentId, consignmentId),
    eq(decisions.decisionId, decisionId),
    eq(decisions.state, 'proposed'),
  );
}

/** Whether the actor opened a proposal. */
export async function isOpenedBy(tx: Tx, actor: Actor, consignmentId: string, decisionId: string): Promise<boolean> {
  const [look] = await tx
    .select({ at: proposalLooks.lookedAt })
    .from(proposalLooks)
    .where(
      and(
        eq(proposalLooks.consignmentId, consignmentId),
        eq(proposalLooks.decisionId, decisionId),
        eq(proposalLooks.lookedBy, actor.id),
      ),
    );
  return look !== undefined;
}

/** Says who withdrew a proposal and when, where its proposer did. @throws RefusedError `proposal.withdrawn` */
export async function refuseWithdrawn(tx: Tx, consignmentId: string, decisionId: string): Promise<void> {
  const [withdrawn] = await tx
    .select({ name: events.actorName, at: events.at })
    .from(decisions)
    .innerJoin(events, and(eq(events.consignmentId, decisions.consignmentId), eq(events.actorId, decisions.decidedBy)))
    .where(
      and(
        eq(decisions.consignmentId, consignmentId),
        eq(decisions.decisionId, decisionId),
        eq(decisions.state, 'undone'),
        eq(events.kind, 'undone'),
      ),
    )
    .orderBy(desc(events.at))
    .limit(1);
  if (withdrawn) throw refuse('proposal.withdrawn', { name: withdrawn.name, at: withdrawn.at.getTime() });
}
