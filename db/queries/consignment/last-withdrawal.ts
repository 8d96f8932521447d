import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
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
  if (!event) return null;
  const { by, note } = event.values;
  return {
    at: event.at.toISOString(),
    by: by === 'office' ? 'office' : 'partner',
    reason: typeof note === 'string' ? note : null,
  };
}
