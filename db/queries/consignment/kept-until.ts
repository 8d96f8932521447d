import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { appealsOf } from '@/db/queries/appeals/load-appeals';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type clearances, consignments, postAudits } from '@/db/schema';
import type { ErasureFacts } from '@/lib/attachments/decide-attachment';
import { dayOf } from '@/lib/kernel/dates';
import { type KeptUntil, keptUntil } from '@/lib/policy/retention';

type Row = Pick<
  typeof clearances.$inferSelect,
  'consignmentId' | 'receivedOn' | 'decidedAt' | 'releasedAt' | 'openHolds'
>;

/** Until when the pictures and papers of a consignment are kept at least, by the policy in force. For who has authorised. */
export async function attachmentsKeptUntil(from: Executor, row: Row, at: Date): Promise<KeptUntil | null> {
  const policy = await policyInForce(from, dayOf(at));
  const [data] = await from
    .select({ updatedAt: consignments.updatedAt })
    .from(consignments)
    .where(and(eq(consignments.consignmentId, row.consignmentId), eq(consignments.receivedOn, row.receivedOn)));
  return data ? keptUntil('attachments', { ...row, updatedAt: data.updatedAt }, policy) : null;
}

/** What is open of a consignment for which its files may be evidence; null where nothing is. For who has authorised. */
export async function heldBy(from: Executor, row: Row): Promise<ErasureFacts['heldBy']> {
  if (row.openHolds > 0) return 'hold';
  const open = and(eq(postAudits.consignmentId, row.consignmentId), isNull(postAudits.closedAt));
  if ((await from.$count(postAudits, open)) > 0) return 'audit';
  return (await appealsOf(from, row.consignmentId)).some(({ state }) => state === 'open') ? 'appeal' : null;
}
