import 'server-only';
import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { amongRows } from '@/db/queries/clearance/scope';
import { clearances, secondLooks } from '@/db/schema';
import type { LookAnswer, LookedAt } from '@/lib/clearance/second-look';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { LOOK_STANDS } from './conditions';
import { lookInHand } from './look-in-hand';

/** Most of the own answers that are listed, the latest. */
const ANSWERED_MAX = 20;

export type AnsweredLook = {
  readonly consignmentId: string;
  readonly lookId: string;
  readonly reference: string;
  readonly answeredAt: string;
  readonly answer: LookAnswer;
  readonly firstChoice: LookedAt;
};

export type SecondLooks = {
  /** Drawn in the office and not answered, the officer's own decisions left out. */
  readonly waiting: number;
  /** What the officer has in hand; null where nothing. */
  readonly inHand: { readonly consignmentId: string; readonly reference: string } | null;
  readonly answered: readonly AnsweredLook[];
};

/** The second looks of an office for one of its officers. */
export async function listSecondLooks(actor: Actor, officeId: string, at = new Date()): Promise<SecondLooks> {
  authorise(actor, 'clearance.second_look');
  const isOfOffice = and(eq(secondLooks.officeId, officeId), inArray(secondLooks.officeId, [...actor.officeIds]));
  const [[waiting], held, answered] = await Promise.all([
    db()
      .select({ count: sql<number>`count(*)::int` })
      .from(secondLooks)
      .where(and(isOfOffice, isNull(secondLooks.answeredAt), ne(secondLooks.firstBy, actor.id), LOOK_STANDS)),
    lookInHand(actor, at),
    db()
      .select()
      .from(secondLooks)
      .where(and(isOfOffice, eq(secondLooks.takenBy, actor.id), isNotNull(secondLooks.answeredAt)))
      .orderBy(desc(secondLooks.answeredAt))
      .limit(ANSWERED_MAX),
  ]);
  const references = await referencesOf([...answered, ...(held ? [held] : [])]);
  const named = (id: string) => references.get(id) ?? id;
  return {
    waiting: waiting?.count ?? 0,
    inHand: held && { consignmentId: held.consignmentId, reference: named(held.consignmentId) },
    answered: answered.flatMap(({ consignmentId, lookId, answeredAt, answer, firstChoice }): AnsweredLook[] =>
      answeredAt && answer
        ? [
            {
              ...{ consignmentId, lookId, answer, firstChoice },
              reference: named(consignmentId),
              answeredAt: answeredAt.toISOString(),
            },
          ]
        : [],
    ),
  };
}

/** How some consignments are called. */
export async function referencesOf(
  rows: readonly { readonly consignmentId: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await db()
    .select({ id: clearances.consignmentId, reference: clearances.reference })
    .from(clearances)
    .where(amongRows(rows));
  return new Map(found.map(({ id, reference }) => [id, reference]));
}
