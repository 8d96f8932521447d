import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { clearances, consignments, identities, offices, parties, referrals } from '@/db/schema';
import type { Status } from '@/lib/clearance/transitions';
import { foldedReference } from '@/lib/identity/parcel-limit';

/** A parcel of a reference, with the postcode by which its recipient is known. Never leaves the command that compares it. */
export type FoundParcel = {
  readonly status: Status;
  readonly proposedFrom: Status | null;
  readonly decidedAt: Date | null;
  readonly transmittedAt: Date | null;
  readonly expectedArrivalAt: Date;
  readonly receivedAt: Date;
  readonly office: string;
  readonly isAsked: boolean;
  readonly postcode: string;
};

/** Parcels of different partners that may bear one reference and are looked at. */
const ALIKE_MAX = 20;
/** Stands in for an id where there is none, so that nothing found costs the same question as something. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
/** Questions that a recipient can help to answer; what else is asked of a partner is not told. */
const ASKED_FOR_PAPERS = ['rfi', 'documents'] as const;

/**
 * Parcels that bear the reference: as their partner sent it, as a postal item or as a transport document. Takes no actor: the caller asks
 * for proof before it tells anything. Always two statements, whatever is found.
 */
export async function findParcels(reference: string): Promise<readonly FoundParcel[]> {
  const folded = reference.toLowerCase();
  const id = { consignmentId: consignments.consignmentId, receivedOn: consignments.receivedOn };
  const found = await unionAll(
    db()
      .select({ consignmentId: identities.consignmentId, receivedOn: identities.receivedOn })
      .from(identities)
      .where(sql`lower(${identities.reference}) = ${folded}`)
      .orderBy(desc(identities.receivedOn))
      .limit(ALIKE_MAX),
    db()
      .select(id)
      .from(consignments)
      .where(eq(consignments.s10Id, foldedReference(reference)))
      .orderBy(desc(consignments.receivedOn))
      .limit(ALIKE_MAX),
    db()
      .select(id)
      .from(consignments)
      .where(sql`lower(${consignments.houseRef}) = ${folded}`)
      .orderBy(desc(consignments.receivedOn))
      .limit(ALIKE_MAX),
  );
  const ids = [...new Set(found.map(({ consignmentId }) => consignmentId))];
  const rows = await db()
    .select({
      status: clearances.status,
      proposedFrom: clearances.proposedFrom,
      decidedAt: clearances.decidedAt,
      transmittedAt: clearances.transmittedAt,
      expectedArrivalAt: clearances.actByAt,
      receivedAt: clearances.receivedAt,
      office: offices.name,
      isAsked: sql<boolean>`exists (${db()
        .select({ one: sql`1` })
        .from(referrals)
        .where(
          and(
            eq(referrals.consignmentId, clearances.consignmentId),
            inArray(referrals.type, [...ASKED_FOR_PAPERS]),
            IS_OPEN_REFERRAL,
          ),
        )})`,
      postcode: parties.postcode,
    })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .innerJoin(
      parties,
      and(
        eq(parties.consignmentId, consignments.consignmentId),
        eq(parties.receivedOn, consignments.receivedOn),
        eq(parties.version, consignments.version),
        eq(parties.kind, 'recipient'),
      ),
    )
    .innerJoin(offices, eq(offices.id, clearances.officeId))
    .where(inArray(clearances.consignmentId, ids.length > 0 ? ids : [NO_ID]));
  return rows.flatMap(({ postcode, ...row }) => (postcode === null ? [] : [{ ...row, postcode }]));
}
