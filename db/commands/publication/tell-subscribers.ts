import 'server-only';
import { randomUUID } from 'node:crypto';
import { isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { mailSubscribers, mails } from '@/db/schema';

/** Puts a mail for each who confirmed into the outbox, in the transaction in which a release goes out: both happen or neither does. */
export async function tellSubscribers(
  tx: Tx,
  { month, number }: { readonly month: string; readonly number: number },
  at: Date,
): Promise<void> {
  const subscribers = await tx
    .select({ subscriberId: mailSubscribers.subscriberId })
    .from(mailSubscribers)
    .where(isNotNull(mailSubscribers.confirmedAt));
  await insertSet(
    tx,
    mails,
    subscribers.map(({ subscriberId }) => ({
      ...{ mailId: randomUUID(), subscriberId, kind: 'release' as const, month, number },
      ...{ state: 'waiting' as const, dueAt: at, attempts: 0, claimNumber: 0 },
    })),
  );
}
