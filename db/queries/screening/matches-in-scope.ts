import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { assessments, clearances, consignments } from '@/db/schema';
import type { DeniedMatch, ScreenedRole } from '@/lib/assessment/facts';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { sellerKey } from '@/lib/risk/party-keys';

/** The listed parties that the version in force of a consignment resembles, with the history keys of its parties. @throws NotFoundError */
export async function matchesInScope(from: Executor, actor: Actor, consignmentId: string) {
  const [found] = await from
    .select({
      consignmentId: clearances.consignmentId,
      receivedOn: clearances.receivedOn,
      officeId: clearances.officeId,
      partnerId: clearances.partnerId,
      reference: clearances.reference,
      sender: consignments.senderKey,
      recipient: consignments.recipientKey,
      sellerName: consignments.sellerName,
      transactionType: consignments.transactionType,
      matches: assessments.listedMatches,
    })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .innerJoin(
      assessments,
      and(
        eq(assessments.consignmentId, consignments.consignmentId),
        eq(assessments.receivedOn, consignments.receivedOn),
        eq(assessments.version, consignments.version),
      ),
    )
    .where(and(ofConsignment(consignmentId), withinScope(actor)));
  if (!found) throw new NotFoundError('consignment');
  const { sender, recipient, sellerName, transactionType, matches, ...subject } = found;
  const keys: Readonly<Record<ScreenedRole, string>> = { sender, recipient, seller: sellerKey(sellerName ?? '') };
  return { subject, transactionType, keys, matches: matches ?? ([] as DeniedMatch[]) };
}
