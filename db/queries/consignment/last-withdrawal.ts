import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { events } from '@/db/schema';
import type { RowKey } from './load-goods';

export type WithdrawalDetail = {
  /** ISO instant. */
  readonly at: string;
  /** Who asked for it: the partner, or the office by undoing a submission. */
  readonly by: 'partner' | 'office';
  /** The reason given, in the words of who gave it. */
  readonly reason: string | null;
};

/** The last withdrawal of a consignment; null where it never was withdrawn. */
export async function lastWithdrawal(from: Executor, key: RowKey): Promise<WithdrawalDetail | null> {
  const [event] = await from
    .select({ at: events.at, values: events.values })
    .from(events)
    .where(
      and(
        eq(events.consignmentId, key.consignmentId),
        eq(events.receivedOn, key.receivedOn),
        eq(events.kind, 'withdrawn'),
      ),
    )
    .orderBy(desc(events.at))
    .limit(1);
  return event ? detailOf(event) : null;
}

/** The last withdrawal of each of several consignments that were withdrawn. */
export async function lastWithdrawals(
  from: Executor,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, WithdrawalDetail>> {
  if (keys.length === 0) return new Map();
  const ids = keys.map(({ consignmentId }) => consignmentId);
  const found = await from
    .select({ consignmentId: events.consignmentId, at: events.at, values: events.values })
    .from(events)
    .where(and(inArray(events.consignmentId, ids), eq(events.kind, 'withdrawn')))
    .orderBy(asc(events.at));
  // The latest of a consignment comes last and stands.
  return new Map(found.map((event) => [event.consignmentId, detailOf(event)]));
}

function detailOf({ at, values: { by, note } }: Pick<typeof events.$inferSelect, 'at' | 'values'>): WithdrawalDetail {
  return {
    at: at.toISOString(),
    by: by === 'office' ? 'office' : 'partner',
    reason: typeof note === 'string' ? note : null,
  };
}
