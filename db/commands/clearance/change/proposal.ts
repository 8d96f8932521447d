import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { decisions } from '@/db/schema';
import { NotFoundError } from '@/lib/kernel/errors';

export type Proposal = typeof decisions.$inferSelect;

/** The seizure proposed for a consignment. @throws NotFoundError when there is none under this id, or it is settled */
export async function openProposal(tx: Tx, consignmentId: string, decisionId: string): Promise<Proposal> {
  const [proposal] = await tx.select().from(decisions).where(isProposed(consignmentId, decisionId));
  if (!proposal) throw new NotFoundError('decision');
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
