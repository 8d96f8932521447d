import 'server-only';
import { and, inArray, isNull, lt } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { mailSubscribers, mails } from '@/db/schema';
import { UNCONFIRMED_KEPT_MS } from '@/lib/publication/mail';

/** Forgets addresses that nobody confirmed, with what was sent to them. Takes no actor: a part of others. */
export async function forgetUnconfirmed(tx: Tx, at: Date): Promise<void> {
  const before = new Date(at.getTime() - UNCONFIRMED_KEPT_MS);
  const gone = await tx
    .delete(mailSubscribers)
    .where(and(isNull(mailSubscribers.confirmedAt), lt(mailSubscribers.askedAt, before)))
    .returning({ id: mailSubscribers.subscriberId });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(mails).where(inArray(mails.subscriberId, ids));
}
