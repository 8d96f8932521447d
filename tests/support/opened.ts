import { viewProposal } from '@/db/commands/clearance/view-proposal';
import type { Actor } from '@/lib/identity/actor';

/** Lets each of these officers open a proposal, as whoever seconds it must. Gives the proposal back. */
export async function openedBy<Proposal extends { readonly consignmentId: string; readonly decisionId: string }>(
  officers: readonly Actor[],
  proposal: Proposal,
  at: Date,
): Promise<Proposal> {
  const { consignmentId, decisionId } = proposal;
  for (const officer of officers) await viewProposal(officer, { consignmentId, decisionId }, at);
  return proposal;
}
