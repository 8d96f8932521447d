import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { holdAnswers } from '@/db/schema';
import type { HoldVerdict } from '@/lib/clearance/reasons';

/** What an agency said to a hold; `number` is 1 for its first answer. */
export type HoldAnswer = {
  readonly number: number;
  readonly verdict: HoldVerdict;
  readonly conditions: string | null;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
};

/** Answers to the holds of one consignment, in the order they were given. Whoever calls has authorised. */
export async function answersOf(consignmentId: string): Promise<{ holdId: string; answer: HoldAnswer }[]> {
  const rows = await db()
    .select()
    .from(holdAnswers)
    .where(eq(holdAnswers.consignmentId, consignmentId))
    .orderBy(asc(holdAnswers.answeredAt), asc(holdAnswers.number));
  return rows.map(({ holdId, number, verdict, conditions, words, answeredByName, answeredAt }) => ({
    holdId,
    answer: { number, verdict, conditions, words, byName: answeredByName, at: answeredAt.toISOString() },
  }));
}
