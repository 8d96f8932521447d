import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { answersOf, type HoldAnswer } from '@/db/queries/agency/answers-of';
import { agencies, holds } from '@/db/schema';
import type { HoldVerdict } from '@/lib/clearance/reasons';

export type HoldDetail = {
  readonly holdId: string;
  readonly ground: string;
  /** Words of the officer; of a hold for an agency, what the agency is asked. */
  readonly note: string | null;
  /** Goods items it is about; null: the whole consignment. */
  readonly itemNumbers: readonly number[] | null;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  /** Agency that is to answer, by name; null: customs settles it by itself. */
  readonly agencyName: string | null;
  readonly verdict: HoldVerdict | null;
  readonly answers: readonly HoldAnswer[];
  readonly placedByName: string;
  readonly placedAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftNote: string | null;
};

/** Holds in the order they were placed, each with what its agency said. */
export async function loadHolds(consignmentId: string, at: Date): Promise<HoldDetail[]> {
  const [rows, answers] = await Promise.all([
    db()
      .select({ hold: holds, agencyName: agencies.name })
      .from(holds)
      .leftJoin(agencies, eq(agencies.id, holds.agencyId))
      .where(eq(holds.consignmentId, consignmentId))
      .orderBy(asc(holds.placedAt)),
    answersOf(consignmentId),
  ]);
  return rows.map(({ hold, agencyName }) => ({
    holdId: hold.holdId,
    ground: hold.ground,
    note: hold.note,
    itemNumbers: hold.itemNumbers,
    dueAt: hold.dueAt?.toISOString() ?? null,
    isOverdue: hold.liftedAt === null && hold.dueAt !== null && hold.dueAt < at,
    agencyName,
    verdict: hold.verdict,
    answers: answers.filter(({ holdId }) => holdId === hold.holdId).map(({ answer }) => answer),
    placedByName: hold.placedByName,
    placedAt: hold.placedAt.toISOString(),
    liftedByName: hold.liftedByName,
    liftedAt: hold.liftedAt?.toISOString() ?? null,
    liftNote: hold.liftNote,
  }));
}
