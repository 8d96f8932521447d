import 'server-only';
import { and, eq, gte, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { getDailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { auditLog } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import {
  EMPTY_STATISTICS_FILTER,
  pinned,
  type Resolved,
  type StatisticsFilter,
  statisticsFilterParams,
} from '@/lib/statistics/filter';
import { isNarrow, NARROW_PER_DAY } from '@/lib/statistics/query-set';
import { totalOf } from '@/lib/statistics/series';

/**
 * Notes that an analyst asks about so few consignments that the answer tells of each: inside nothing is hidden, and who looks closely is
 * known instead. The same question of a day is noted once. Others look into consignments by their own right, each look audited.
 * @param counted the consignments of the period, where the answer has them already: they are not summed twice
 * @throws NotFoundError when an asked office is not the actor's
 * @throws RefusedError `statistics.narrow_limit` after so many different ones in a day
 */
export async function noteNarrowQuestion(
  actor: Actor,
  filter: StatisticsFilter,
  resolved: Resolved,
  at = new Date(),
  counted?: () => Promise<bigint>,
): Promise<void> {
  authorise(actor, 'statistics.read');
  if (actor.role !== 'analyst') return;
  const consignments = await (counted ?? (() => countConsignments(actor, filter, resolved)))();
  if (!isNarrow(consignments)) return;
  // What is compared and how it is told changes nothing of whom it is about.
  const { compare, measure, grain, rank } = EMPTY_STATISTICS_FILTER;
  const asked = { ...pinned(filter, resolved), compare, measure, grain, rank };
  const details = { ...statisticsFilterParams(asked), consignments: Number(consignments) };
  await inTransaction(async (tx) => {
    // Of the same person one at a time, so that two windows do not pass the limit together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`narrow ${actor.id}`}, 0))`);
    const noted = await tx
      .select({ details: auditLog.details })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.actorId, actor.id),
          eq(auditLog.action, 'statistics.ask_narrowly'),
          gte(auditLog.at, new Date(`${dayOf(at)}T00:00:00Z`)),
        ),
      );
    const key = keyOf(details);
    if (noted.some((entry) => keyOf(entry.details) === key)) return;
    if (noted.length >= NARROW_PER_DAY) throw refuse('statistics.narrow_limit', { most: NARROW_PER_DAY });
    const entry = { action: 'statistics.ask_narrowly', subjectType: 'statistics', subjectId: 'series' } as const;
    await writeAudit(tx, actor, { ...entry, details }, at);
  });
}

async function countConsignments(actor: Actor, filter: StatisticsFilter, { period }: Resolved): Promise<bigint> {
  return totalOf((await getDailyFigures(actor, filter, { period, previous: null })).current).consignments;
}

/** A question as text, whatever the order of what it says; how many were behind it may change in a day. */
const keyOf = (details: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries({ ...details, consignments: 0 }).sort(([one], [other]) => (one < other ? -1 : 1)));
