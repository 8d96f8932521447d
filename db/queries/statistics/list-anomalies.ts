import 'server-only';
import { and, desc, isNull, max, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { anomalies, judgedDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';

export type AnomalyRow = typeof anomalies.$inferSelect;

const PER_PAGE = 25;

/**
 * The unusual days of the actor's offices, the latest first and of a day the most unusual first. `after` is the last of the page before.
 * `judgedTo` is the last day that was judged; null before any was.
 */
export async function listAnomalies(
  actor: Actor,
  { isOpen, after = null, limit = PER_PAGE }: { isOpen: boolean; after?: string | null; limit?: number },
): Promise<{ readonly rows: readonly AnomalyRow[]; readonly next: string | null; readonly judgedTo: string | null }> {
  authorise(actor, 'statistics.read');
  const known = after !== null && isUuid(after) ? after : null;
  const [found, [judged]] = await Promise.all([
    db()
      .select()
      .from(anomalies)
      .where(
        and(
          sql`${anomalies.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
          isOpen ? isNull(anomalies.acknowledgedAt) : undefined,
          known === null
            ? undefined
            : sql`(${anomalies.day}, abs(${anomalies.score}), ${anomalies.id}) <
                (select l.day, abs(l.score), l.id from ${anomalies} as l where l.id = ${known})`,
        ),
      )
      .orderBy(desc(anomalies.day), desc(sql`abs(${anomalies.score})`), desc(anomalies.id))
      .limit(limit + 1),
    db()
      .select({ day: max(judgedDays.day) })
      .from(judgedDays),
  ]);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null, judgedTo: judged?.day ?? null };
}
