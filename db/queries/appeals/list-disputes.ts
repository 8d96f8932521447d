import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { appealActs, clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { grouped, type LoadedAppeal } from './load-appeals';

export type Dispute = LoadedAppeal & { readonly consignmentId: string; readonly reference: string };

/** Disputes one page shows. */
export const DISPUTES_SHOWN = 200;

/** The appeals lodged last in the actor's offices, those that are open first. */
export async function listDisputes(actor: Actor): Promise<Dispute[]> {
  authorise(actor, 'consignment.read');
  const lodged = await db()
    .select({ appealId: appealActs.appealId, consignmentId: appealActs.consignmentId, reference: clearances.reference })
    .from(appealActs)
    .innerJoin(clearances, eq(clearances.consignmentId, appealActs.consignmentId))
    .where(and(eq(appealActs.number, 1), shownTo(actor)))
    .orderBy(desc(appealActs.happenedOn), asc(appealActs.appealId))
    .limit(DISPUTES_SHOWN);
  if (lodged.length === 0) return [];
  const acts = await db()
    .select()
    .from(appealActs)
    .where(
      inArray(
        appealActs.consignmentId,
        lodged.map(({ consignmentId }) => consignmentId),
      ),
    )
    .orderBy(asc(appealActs.number));
  const appeals = new Map(grouped(acts).map((appeal) => [appeal.appealId, appeal]));
  const all = lodged.flatMap(({ appealId, ...one }) => {
    const appeal = appeals.get(appealId);
    return appeal ? [{ ...appeal, ...one }] : [];
  });
  return [...all.filter(({ state }) => state === 'open'), ...all.filter(({ state }) => state !== 'open')];
}
