import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { appealActs } from '@/db/schema';
import { type Appeal, appealOf } from '@/lib/appeals/appeal';
import { NotFoundError } from '@/lib/kernel/errors';

export type AppealActRow = typeof appealActs.$inferSelect;

export type LoadedAppeal = Appeal & {
  readonly appealId: string;
  readonly decisionId: string | null;
  /** Number of its last act. */
  readonly last: number;
  readonly currency: string;
  readonly acts: readonly AppealActRow[];
};

/** The appeals of a consignment, the first lodged first, for queries and commands that have authorised. */
export async function appealsOf(from: Executor, consignmentId: string): Promise<LoadedAppeal[]> {
  const rows = await from
    .select()
    .from(appealActs)
    .where(eq(appealActs.consignmentId, consignmentId))
    .orderBy(asc(appealActs.recordedAt), asc(appealActs.number));
  return grouped(rows);
}

/** One appeal of a consignment. @throws NotFoundError */
export async function appealWithin(from: Executor, consignmentId: string, appealId: string): Promise<LoadedAppeal> {
  const rows = await from
    .select()
    .from(appealActs)
    .where(and(eq(appealActs.consignmentId, consignmentId), eq(appealActs.appealId, appealId)))
    .orderBy(asc(appealActs.number));
  const [appeal] = grouped(rows);
  if (!appeal) throw new NotFoundError('appeal');
  return appeal;
}

/** Acts in their order as appeals. */
export function grouped(rows: readonly AppealActRow[]): LoadedAppeal[] {
  const byAppeal = new Map<string, AppealActRow[]>();
  for (const row of rows) byAppeal.set(row.appealId, [...(byAppeal.get(row.appealId) ?? []), row]);
  return [...byAppeal.values()].flatMap((acts) => {
    const [first] = acts;
    if (!first) return [];
    const { appealId, decisionId, currency } = first;
    return [{ ...appealOf(acts), appealId, decisionId, currency, last: acts.length, acts }];
  });
}
