import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { findParcels } from '@/db/queries/public/find-parcels';
import { parcelQuestions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { ParcelInput } from '@/lib/clearance/public-inputs';
import { foldedPostcode, isAdverse, type PublicStatus, publicStatus } from '@/lib/clearance/public-status';
import {
  isOverParcelLimit,
  limitOf,
  PARCEL_LIMIT,
  PARCEL_QUESTION_KEPT_MS,
  parcelKeyOf,
} from '@/lib/identity/parcel-limit';
import { dayOf } from '@/lib/kernel/dates';
import { Gate } from '@/lib/kernel/gate';
import type { Appeal } from '@/lib/policy/policy';

/** Officers share the connections of this process: however many ask, two of them are the public's, and a queue that is too long is told so. */
const gate = new Gate(2, 60);

/** What a recipient is told. */
export type ToldParcel = {
  readonly status: PublicStatus;
  /** A question of customs waits for an answer of the carrier or the seller. */
  readonly isAsked: boolean;
  /** The office that has the goods. */
  readonly office: string;
  /** How long what customs decided can be appealed; null where there is nothing to appeal. */
  readonly appeal: Appeal | null;
};

/** One of three answers. `nothing` has no reason: an invented reference and a wrong postcode must read alike. */
export type ParcelAnswer =
  | { readonly kind: 'told'; readonly parcel: ToldParcel }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too_often' };

/**
 * Tells a recipient where a parcel stands. Takes no actor: nobody is signed in. The proof is to know, beside the reference, the postcode
 * that the goods are addressed to: it stands on the parcel and in the order, is in every regime's data, and is not on the label a finder
 * of the number alone has seen (tracking numbers are sent about, and run in rows). What the two tell is no more than the carrier is told
 * (`lib/clearance/public-status.ts`): a sender, who knows both, learns from it nothing to evade by. Where the data have no postcode
 * nothing is told, and the carrier answers.
 *
 * Every question costs the same statements in the same order, whether there is such a parcel, one of somebody else, or none; it is
 * counted before anything is looked up, in the database, so that all processes count together. Nothing is written about the parcel:
 * reading makes no decision final.
 */
export async function askParcel(asked: ParcelInput, addressKey: string, at = new Date()): Promise<ParcelAnswer> {
  const referenceKey = parcelKeyOf(asked.reference);
  const place = gate.enter();
  if (!place) return { kind: 'too_often' };
  await place.turn;
  try {
    return await answer(asked, { referenceKey, addressKey }, at);
  } finally {
    place.leave();
  }
}

async function answer(
  asked: ParcelInput,
  { referenceKey, addressKey }: { readonly referenceKey: string; readonly addressKey: string },
  at: Date,
): Promise<ParcelAnswer> {
  const isCounted = await inTransaction((tx) => countQuestion(tx, referenceKey, addressKey, at));
  if (!isCounted) return { kind: 'too_often' };
  const parcels = await findParcels(asked.reference);
  const policy = await policyInForce(db(), dayOf(at));
  const postcode = foldedPostcode(asked.postcode);
  // Announced by several, as platform and carrier do: the latest data count.
  const [parcel] = parcels
    .filter((one) => foldedPostcode(one.postcode) === postcode)
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  if (!parcel) return { kind: 'nothing' };
  const status = publicStatus(parcel, policy.undoMinutes, at);
  return {
    kind: 'told',
    parcel: {
      status,
      isAsked: status === 'under_control' && parcel.isAsked,
      office: parcel.office,
      appeal: isAdverse(status) ? policy.appeal : null,
    },
  };
}

/**
 * Writes the question down; false when there were too many. Under a lock of the address and one of the reference, always in this order,
 * so that many at once count as many.
 */
async function countQuestion(tx: Tx, referenceKey: string, addressKey: string, at: Date): Promise<boolean> {
  for (const lock of [`parcel from ${addressKey}`, `parcel of ${referenceKey}`])
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const since = (windowMs: number) => gt(parcelQuestions.askedAt, new Date(at.getTime() - windowMs));
  const counts = {
    byAddress: await tx.$count(
      parcelQuestions,
      and(eq(parcelQuestions.addressKey, addressKey), since(limitOf(addressKey).windowMs)),
    ),
    ofReference: await tx.$count(
      parcelQuestions,
      and(eq(parcelQuestions.referenceKey, referenceKey), since(PARCEL_LIMIT.reference.windowMs)),
    ),
  };
  if (isOverParcelLimit(counts, addressKey)) return false;
  await tx.insert(parcelQuestions).values({ id: randomUUID(), referenceKey, addressKey, askedAt: at });
  await tx.delete(parcelQuestions).where(lt(parcelQuestions.askedAt, new Date(at.getTime() - PARCEL_QUESTION_KEPT_MS)));
  return true;
}
