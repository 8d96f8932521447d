import 'server-only';
import { and, eq, gte, isNull } from 'drizzle-orm';
import { now } from '@/db/clock';
import { mailSubscribers, mails } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { UNCONFIRMED_KEPT_MS } from '@/lib/publication/mail';

/** What became of a subscription; `gone` where the key is of none any more. */
export type MailChanged = 'confirmed' | 'ended' | 'gone';

/** Confirms a subscription: whoever bears its key has read the mail that was sent there. Takes no actor: the key is the authority. */
export async function confirmMails(key: string, at = now()): Promise<MailChanged> {
  return inTransaction(async (tx) => {
    const asked = new Date(at.getTime() - UNCONFIRMED_KEPT_MS);
    const [confirmed] = await tx
      .update(mailSubscribers)
      .set({ confirmedAt: at })
      .where(
        and(eq(mailSubscribers.key, key), isNull(mailSubscribers.confirmedAt), gte(mailSubscribers.askedAt, asked)),
      )
      .returning({ id: mailSubscribers.subscriberId });
    if (confirmed) return 'confirmed';
    const [known] = await tx.select().from(mailSubscribers).where(eq(mailSubscribers.key, key));
    return known?.confirmedAt ? 'confirmed' : 'gone';
  });
}

/** Ends a subscription and forgets its address, with all that was still to be sent to it. Ending twice is as ending once. */
export async function endMails(key: string): Promise<MailChanged> {
  return inTransaction(async (tx) => {
    const [gone] = await tx
      .delete(mailSubscribers)
      .where(eq(mailSubscribers.key, key))
      .returning({ id: mailSubscribers.subscriberId });
    if (!gone) return 'gone';
    await tx.delete(mails).where(eq(mails.subscriberId, gone.id));
    return 'ended';
  });
}
