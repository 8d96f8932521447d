import 'server-only';
import { desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { identities, legalHolds } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { HeldSubject } from '@/lib/privacy/codes';

export type LegalHoldRow = {
  readonly holdId: string;
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeId: string;
  readonly subject: HeldSubject;
  readonly reason: string;
  readonly placedByName: string;
  readonly placedAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
  readonly isOwn: boolean;
};

/** Holds told on one page; an administration has tens of them in force. */
const TOLD = 200;

/** Legal holds of the house, those in force first, then the latest lifted. */
export async function listLegalHolds(actor: Actor): Promise<readonly LegalHoldRow[]> {
  authorise(actor, 'privacy.read');
  const rows = await db()
    .select({ hold: legalHolds, reference: identities.reference })
    .from(legalHolds)
    .innerJoin(identities, eq(identities.consignmentId, legalHolds.consignmentId))
    .orderBy(desc(sql`${legalHolds.liftedAt} is null`), desc(legalHolds.placedAt))
    .limit(TOLD);
  return rows.map(({ hold, reference }) => ({
    ...{ holdId: hold.holdId, consignmentId: hold.consignmentId, reference, officeId: hold.officeId },
    ...{ subject: hold.subject, reason: hold.reason, placedByName: hold.placedByName },
    ...{ placedAt: hold.placedAt.toISOString(), liftedByName: hold.liftedByName },
    ...{ liftedAt: hold.liftedAt?.toISOString() ?? null, liftReason: hold.liftReason },
    isOwn: hold.placedBy === actor.id,
  }));
}

/** How many are in force. */
export async function countLegalHolds(actor: Actor): Promise<number> {
  authorise(actor, 'privacy.read');
  return db().$count(legalHolds, isNull(legalHolds.liftedAt));
}
