import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { findScoped } from '@/db/queries/consignment/find-scoped';
import { holds, items } from '@/db/schema';
import type { Amount } from '@/lib/clearance/amount';
import { maskSeller } from '@/lib/clearance/mask-party';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { answersOf, type HoldAnswer } from './answers-of';

/** A goods item the hold is about, as declared. */
export type HeldItem = {
  readonly itemNumber: number;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  readonly quantity: string | null;
  readonly netMassKg: string | null;
  readonly value: Amount;
  readonly listingUrl: string | null;
};

/** A hold as the people of its agency see it: goods and declared facts, never how customs judges the consignment, no persons. */
export type AgencyHold = {
  readonly consignmentId: string;
  readonly holdId: string;
  readonly reference: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly ground: string;
  readonly question: string;
  readonly placedAt: string;
  readonly dueAt: string;
  /** Whether it may still be answered. */
  readonly isOpen: boolean;
  readonly answers: readonly HoldAnswer[];
  /** Whether the hold is about some of the goods only, which are those listed. */
  readonly isPart: boolean;
  readonly items: readonly HeldItem[];
  readonly declared: {
    readonly transactionType: string;
    readonly channel: string;
    readonly transportMode: string | null;
    readonly dispatchCountry: string | null;
    readonly senderCountry: string;
    readonly recipientCountry: string;
    readonly marketplace: string | null;
    /** Masked where it may be a private person's. */
    readonly sellerName: string | null;
    readonly grossMassKg: string | null;
    readonly expectedArrivalAt: string;
    readonly s10Id: string | null;
    readonly houseRef: string | null;
    readonly mrn: string | null;
  };
};

/** One hold of the actor's agency. @throws NotFoundError for that of another agency too, and for one of customs' own */
export async function getHold(actor: Actor, consignmentId: string, holdId: string): Promise<AgencyHold> {
  authorise(actor, 'agency.read');
  const { clearance, consignment, officeName } = await findScoped(actor, consignmentId);
  const [hold] = isUuid(holdId)
    ? await db()
        .select()
        .from(holds)
        .where(
          and(
            eq(holds.consignmentId, consignmentId),
            eq(holds.holdId, holdId),
            eq(holds.agencyId, actor.agencyId ?? ''),
          ),
        )
    : [];
  if (!hold) throw new NotFoundError('hold');
  const [answers, goods] = await Promise.all([answersOf(consignmentId), goodsOf(clearance)]);
  return {
    consignmentId,
    holdId,
    reference: clearance.reference,
    officeId: clearance.officeId,
    officeName,
    ground: hold.ground,
    question: hold.note ?? '',
    placedAt: hold.placedAt.toISOString(),
    dueAt: (hold.dueAt ?? hold.placedAt).toISOString(),
    isOpen: hold.liftedAt === null && nextStatus('answer_hold', clearance.status).ok,
    answers: answers.filter((given) => given.holdId === holdId).map(({ answer }) => answer),
    isPart: hold.itemNumbers !== null,
    items: goods.filter(({ itemNumber }) => hold.itemNumbers?.includes(itemNumber) ?? true),
    declared: {
      transactionType: consignment.transactionType,
      channel: consignment.channel,
      transportMode: consignment.transportMode,
      dispatchCountry: consignment.dispatchCountry,
      senderCountry: consignment.senderCountry,
      recipientCountry: consignment.recipientCountry,
      marketplace: consignment.marketplace,
      sellerName: maskSeller(consignment.sellerName, consignment.transactionType),
      grossMassKg: consignment.grossMassKg,
      expectedArrivalAt: consignment.expectedArrivalAt.toISOString(),
      s10Id: consignment.s10Id,
      houseRef: consignment.houseRef,
      mrn: consignment.mrn,
    },
  };
}

async function goodsOf({ consignmentId, receivedOn }: { consignmentId: string; receivedOn: string }) {
  const rows = await db()
    .select()
    .from(items)
    .where(and(eq(items.consignmentId, consignmentId), eq(items.receivedOn, receivedOn)))
    .orderBy(asc(items.itemNumber));
  return rows.map(
    ({ itemNumber, description, commodityCode, originCountry, quantity, netMassKg, value, currency, listingUrl }) => ({
      itemNumber,
      description,
      commodityCode,
      originCountry,
      quantity,
      netMassKg,
      value: { amount: value, currency },
      listingUrl,
    }),
  );
}
