import 'server-only';
import { and, asc, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances, type consignments } from '@/db/schema';
import { maskSeller } from '@/lib/clearance/mask-party';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { type SchemeCheck, schemeChecks } from '@/lib/revenue/scheme-checks';

export type SplitNamed = { readonly consignmentId: string; readonly reference: string };

/** Consignments that are held against the limits together: those the reader may see by name, the others by number. */
export type SplitNames = { readonly named: readonly SplitNamed[]; readonly unnamed: number };

/** What the charges rest on beside the goods: for people, with nothing in it that the reader may not see. */
export type BesideDetail = {
  /** Came before and were tested together with it; null where it stood alone. */
  readonly testedWith: SplitNames | null;
  /** Came later that day and were tested together with it, while its own charges stayed as they were; null where none did. */
  readonly laterTestedWith: SplitNames | null;
  /** Every check of its scheme number; empty where it has none. */
  readonly schemeChecks: readonly SchemeCheck[];
};

/** References shown of a long series; the rest is counted. */
const NAMED_MOST = 20;

/** What stands beside a consignment that was found for the actor. */
export async function loadBeside(
  actor: Actor,
  consignment: typeof consignments.$inferSelect,
  intrinsicMinor: bigint,
  policyOfDay: Policy,
): Promise<BesideDetail> {
  authorise(actor, 'consignment.read');
  const { chargeFacts: facts, schemeId, transactionType, marketplace, sellerName, updatedAt } = consignment;
  const [testedWith, laterTestedWith] = await Promise.all([
    facts?.split ? namesOf(actor, facts.split.ids, facts.split.consignments) : null,
    laterThan(consignment).then((ids) => namesOf(actor, ids, ids.length)),
  ]);
  const soldBy = marketplace ?? maskSeller(sellerName, transactionType);
  const checked = { schemeId: schemeId ?? '', facts, day: dayOf(updatedAt), intrinsicMinor, soldBy };
  return {
    testedWith,
    laterTestedWith,
    schemeChecks: schemeId === null ? [] : schemeChecks(checked, policyOfDay),
  };
}

/** Consignments of the same sender and day that were tested together with this one. */
async function laterThan({
  consignmentId,
  receivedOn,
  senderKey,
}: typeof consignments.$inferSelect): Promise<readonly string[]> {
  const one = JSON.stringify({ split: { ids: [consignmentId] } });
  const { rows } = await db().execute<{ id: string }>(sql`
    select consignment_id as id from consignment.consignments
    where sender_key = ${senderKey} and received_on = ${receivedOn}::date and charge_facts @> ${one}::jsonb`);
  return rows.map(({ id }) => id);
}

async function namesOf(actor: Actor, ids: readonly string[], count: number): Promise<SplitNames | null> {
  if (ids.length === 0) return null;
  const named = await db()
    .select({ consignmentId: clearances.consignmentId, reference: clearances.reference })
    .from(clearances)
    .where(and(inArray(clearances.consignmentId, [...ids]), shownTo(actor)))
    .orderBy(asc(clearances.reference))
    .limit(NAMED_MOST);
  return { named, unnamed: count - named.length };
}
