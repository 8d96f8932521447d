import 'server-only';
import { and, asc, between, eq, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { remarks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Period } from '@/lib/statistics/period';
import type { Remark } from '@/lib/statistics/remark';

/** Remarks on the days of a period, the first day first: those of the actor, and those shown to the people of their offices. */
export async function listRemarks(actor: Actor, { from, to }: Period): Promise<Remark[]> {
  authorise(actor, 'statistics.read');
  const shown = sql`${remarks.offices} && ${sql.param([...actor.officeIds])}::text[]`;
  const rows = await db()
    .select()
    .from(remarks)
    .where(and(between(remarks.day, from, to), or(eq(remarks.ownerId, actor.id), shown)))
    .orderBy(asc(remarks.day), asc(remarks.keptAt), asc(remarks.remarkId));
  return rows.map(({ remarkId, day, text, ownerName, ownerId }) => ({
    ...{ remarkId, day, text, ownerName },
    isOwn: ownerId === actor.id,
  }));
}
