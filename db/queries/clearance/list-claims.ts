import 'server-only';
import { and, asc, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { listOfficers, type OfficerOfOffice } from './list-officers';
import { shownTo } from './scope';

/** Most claims one list gives; those that end first. */
export const CLAIMS_MAX = 200;

export type ClaimRow = Pick<
  typeof clearances.$inferSelect,
  'consignmentId' | 'reference' | 'officeId' | 'rowVersion' | 'laneEffective'
> & {
  readonly actByAt: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly claimedAt: string | null;
  readonly leaseUntil: string | null;
};

/** Who holds what in the actor's offices, by officer, and who else of the same office could. Instants are ISO text. */
export async function listClaims(
  actor: Actor,
): Promise<{ readonly claims: readonly ClaimRow[]; readonly officers: readonly OfficerOfOffice[] }> {
  authorise(actor, 'clearance.supervise');
  const [rows, officers] = await Promise.all([
    db()
      .select()
      .from(clearances)
      .where(and(isNotNull(clearances.claimedBy), isNotNull(clearances.leaseUntil), shownTo(actor)))
      .orderBy(asc(clearances.leaseUntil), asc(clearances.consignmentId))
      .limit(CLAIMS_MAX),
    listOfficers(actor),
  ]);
  const claims = rows.map((row) => ({
    consignmentId: row.consignmentId,
    reference: row.reference,
    officeId: row.officeId,
    rowVersion: row.rowVersion,
    laneEffective: row.laneEffective,
    actByAt: row.actByAt.toISOString(),
    officerId: row.claimedBy ?? '',
    officerName: row.claimedByName ?? '',
    claimedAt: row.claimedAt?.toISOString() ?? null,
    leaseUntil: row.leaseUntil?.toISOString() ?? null,
  }));
  return { claims, officers };
}
