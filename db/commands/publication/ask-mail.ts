import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { mailSubscribers, mails } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { emailKeyOf, isOverMailLimit, MAIL_LIMIT, UNCONFIRMED_KEPT_MS } from '@/lib/publication/mail';

/**
 * Takes the wish of somebody to be told of releases by e-mail: a mail asks the owner of the address to confirm, and nothing else is sent
 * before. Takes no actor: it is for everybody, counted by network. Whether the address is known already is not told: the answer is the same,
 * and who is subscribed gets no mail.
 */
export async function askForMails(
  email: string,
  addressKey: string,
  at = new Date(),
): Promise<{ readonly isTaken: boolean }> {
  const emailKey = emailKeyOf(email);
  return inTransaction(async (tx) => {
    // Many at once count as many; always in this order.
    for (const lock of [`mails from ${addressKey}`, `mails to ${emailKey}`])
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    await forgetUnconfirmed(tx, at);
    const since = gt(mailSubscribers.askedAt, new Date(at.getTime() - MAIL_LIMIT.windowMs));
    const asked = await tx.$count(mailSubscribers, and(eq(mailSubscribers.addressKey, addressKey), since));
    if (isOverMailLimit(asked, addressKey)) return { isTaken: false };
    const [known] = await tx.select().from(mailSubscribers).where(eq(mailSubscribers.emailKey, emailKey));
    if (known?.confirmedAt) return { isTaken: true };
    if (known && at.getTime() - known.askedAt.getTime() < MAIL_LIMIT.betweenMs) return { isTaken: true };
    const subscriberId = known?.subscriberId ?? randomUUID();
    if (known)
      await tx
        .update(mailSubscribers)
        .set({ askedAt: at, addressKey })
        .where(eq(mailSubscribers.subscriberId, subscriberId));
    else
      await tx.insert(mailSubscribers).values({
        ...{ subscriberId, email: email.trim(), emailKey, addressKey, askedAt: at },
        key: randomBytes(32).toString('base64url'),
      });
    await tx.insert(mails).values({ mailId: randomUUID(), subscriberId, kind: 'confirm', state: 'waiting', dueAt: at });
    return { isTaken: true };
  });
}

async function forgetUnconfirmed(tx: Tx, at: Date): Promise<void> {
  const before = new Date(at.getTime() - UNCONFIRMED_KEPT_MS);
  await tx.delete(mailSubscribers).where(and(isNull(mailSubscribers.confirmedAt), lt(mailSubscribers.askedAt, before)));
}
