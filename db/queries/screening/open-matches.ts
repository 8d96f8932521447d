import 'server-only';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { assessments, type clearances, consignments } from '@/db/schema';
import type { ScreenedRole } from '@/lib/assessment/facts';
import { sellerKey } from '@/lib/risk/party-keys';
import { GoodList } from '@/lib/screening/good-list';
import { dismissalsOf } from './dismissals-of';

type Key = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>;

/**
 * How many listed parties the versions in force of some consignments resemble of whom nobody has said that they are another; those that
 * resemble none are not among them. The caller has looked at the scope.
 */
export async function openMatchesOf(from: Executor, keys: readonly Key[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const found = await from
    .select({
      consignmentId: assessments.consignmentId,
      sender: consignments.senderKey,
      recipient: consignments.recipientKey,
      sellerName: consignments.sellerName,
      matches: assessments.listedMatches,
    })
    .from(assessments)
    .innerJoin(
      consignments,
      and(
        eq(consignments.consignmentId, assessments.consignmentId),
        eq(consignments.receivedOn, assessments.receivedOn),
        eq(consignments.version, assessments.version),
      ),
    )
    .where(
      and(
        inArray(
          assessments.consignmentId,
          keys.map(({ consignmentId }) => consignmentId),
        ),
        inArray(assessments.receivedOn, [...new Set(keys.map(({ receivedOn }) => receivedOn))]),
        isNotNull(assessments.listedMatches),
      ),
    );
  const resembling = found.flatMap(({ consignmentId, sender, recipient, sellerName, matches }) => {
    const parties: Readonly<Record<ScreenedRole, string>> = { sender, recipient, seller: sellerKey(sellerName ?? '') };
    return matches && matches.length > 0 ? [{ consignmentId, parties, matches }] : [];
  });
  if (resembling.length === 0) return new Map();
  const dismissed = await dismissalsOf(
    from,
    resembling.flatMap(({ parties }) => Object.values(parties)),
  );
  const list = new GoodList(dismissed);
  const counts = resembling.map(({ consignmentId, parties, matches }): [string, number] => {
    const open = matches.filter((match) => list.open(parties[match.party], [match]).length > 0);
    return [consignmentId, open.length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
