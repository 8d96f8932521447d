import 'server-only';
import { recentLook, writeAudit } from '@/db/audit';
import { getHold } from '@/db/queries/agency/get-hold';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that somebody of an agency looked at a hold, once in ten minutes. @throws NotFoundError for one of another agency too */
export async function viewHold(
  actor: Actor,
  input: { readonly consignmentId: string; readonly holdId: string },
  at = new Date(),
): Promise<void> {
  authorise(actor, 'agency.read');
  const { consignmentId, holdId, officeId } = await getHold(actor, input.consignmentId, input.holdId);
  await inTransaction(async (tx) => {
    const look = { action: 'agency.read', subjectType: 'consignment', subjectId: consignmentId } as const;
    if ((await recentLook(tx, actor, look, at))?.details.holdId === holdId) return;
    await writeAudit(tx, actor, { ...look, officeId, details: { holdId } }, at);
  });
}
