import 'server-only';
import { and, desc, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { secondLooks } from '@/db/schema';
import { type Agreement, agreementOf } from '@/lib/clearance/agreement';
import { LOOK_KINDS, type LookAnswer, type LookedAt, type LookKind } from '@/lib/clearance/second-look';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { LOOK_STANDS } from './conditions';
import { referencesOf } from './list-second-looks';

/** How far back the results reach. */
export const RESULT_DAYS = 90;
/** Most lines of what the two judged differently, the latest. */
export const DIFFERING_MAX = 20;

export type LookResult = Agreement & {
  /** `all`: both kinds together. */
  readonly kind: LookKind | 'all';
  /** Of those that were compared, how many named the same reason as well. */
  readonly sameReason: number;
  /** Answered with that it cannot be told; compared with nothing. */
  readonly noView: number;
};

/** One that was judged differently: of which consignment and how, and of no person. */
export type DifferingLook = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly kind: LookKind;
  readonly first: LookedAt;
  readonly second: LookAnswer;
  readonly secondReason: string | null;
  readonly note: string | null;
  readonly answeredAt: string;
};

export type SecondLookResults = {
  readonly results: readonly LookResult[];
  readonly waiting: number;
  readonly differing: readonly DifferingLook[];
};

/**
 * How far two officers of the actor's offices who decided apart agree, by kind, over the last ninety days; and what they judged
 * differently. It names nobody: it is a figure of how plain the rules are, not of persons.
 */
export async function secondLookResults(actor: Actor, at = new Date()): Promise<SecondLookResults> {
  authorise(actor, 'clearance.supervise');
  const isOwn = inArray(secondLooks.officeId, [...actor.officeIds]);
  const isCounted = and(
    isOwn,
    gte(secondLooks.answeredAt, new Date(at.getTime() - RESULT_DAYS * 86_400_000)),
    LOOK_STANDS,
  );
  const { kind, firstChoice, answer } = secondLooks;
  const isSameReason = sql<boolean>`(${secondLooks.reason} is not distinct from ${secondLooks.firstReason} and ${answer} = ${firstChoice})`;
  const [counts, [waiting], apart] = await Promise.all([
    db()
      .select({
        kind,
        first: firstChoice,
        second: sql<LookAnswer>`${answer}`,
        count: sql<number>`count(*)::int`,
        sameReason: sql<number>`(count(*) filter (where ${isSameReason}))::int`,
      })
      .from(secondLooks)
      .where(isCounted)
      .groupBy(kind, firstChoice, answer),
    db()
      .select({ count: sql<number>`count(*)::int` })
      .from(secondLooks)
      .where(and(isOwn, isNull(secondLooks.answeredAt), LOOK_STANDS)),
    db()
      .select()
      .from(secondLooks)
      .where(and(isCounted, ne(answer, 'no_view'), sql`${answer} <> ${firstChoice}`))
      .orderBy(desc(secondLooks.answeredAt))
      .limit(DIFFERING_MAX),
  ]);
  const resultOf = (of: LookKind | 'all'): LookResult => {
    const own = counts.filter((one) => of === 'all' || one.kind === of);
    const compared = own.filter(({ second }) => second !== 'no_view');
    const sum = (rows: typeof own, figure: (row: (typeof own)[number]) => number) =>
      rows.reduce((total, row) => total + figure(row), 0);
    return {
      kind: of,
      ...agreementOf(compared),
      sameReason: sum(compared, ({ sameReason }) => sameReason),
      noView: sum(own, ({ count }) => count) - sum(compared, ({ count }) => count),
    };
  };
  const references = await referencesOf(apart);
  return {
    results: [...LOOK_KINDS, 'all' as const].map(resultOf),
    waiting: waiting?.count ?? 0,
    differing: apart.flatMap((look): DifferingLook[] =>
      look.answer && look.answeredAt
        ? [
            {
              consignmentId: look.consignmentId,
              reference: references.get(look.consignmentId) ?? look.consignmentId,
              kind: look.kind,
              first: look.firstChoice,
              second: look.answer,
              secondReason: look.reason,
              note: look.note,
              answeredAt: look.answeredAt.toISOString(),
            },
          ]
        : [],
    ),
  };
}
