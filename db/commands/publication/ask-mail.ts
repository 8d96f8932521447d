import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { now } from '@/db/clock';
import { mailSubscribers, mails, mailTries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { DAY_MS } from '@/lib/kernel/dates';
import { emailKeyOf, isOverMailLimit, MAIL_LIMIT } from '@/lib/publication/mail';
import { forgetUnconfirmed } from './forget-unconfirmed';

/**
 * Takes the wish of somebody to be told of releases by e-mail: a mail asks the owner of the address to confirm, and nothing else is sent
 * before. Takes no actor: it is for everybody, counted by network and by address. Whether the address is known already is not told: the
 * answer is the same, and who is subscribed gets no mail.
 */
export async function askForMails(
  email: string,
  addressKey: string,
  at = now(),
): Promise<{ readonly isTaken: boolean }> {
  const emailKey = emailKeyOf(email);
  return inTransaction(async (tx) => {
    // Many at once count as many; always in this order.
    for (const lock of [`mails from ${addressKey}`, `mails to ${emailKey}`])
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    const triesOf = (column: AnyPgColumn, key: string, ms: number) =>
      tx.$count(mailTries, and(eq(column, key), gt(mailTries.at, new Date(at.getTime() - ms))));
    if (isOverMailLimit(await triesOf(mailTries.addressKey, addressKey, MAIL_LIMIT.windowMs), addressKey))
      return { isTaken: false };
    // Before the address is looked up: confirming or ending gives nobody another try, and no answer depends on who is known.
    const [lately, today] = [
      await triesOf(mailTries.emailKey, emailKey, MAIL_LIMIT.betweenMs),
      await triesOf(mailTries.emailKey, emailKey, DAY_MS),
    ];
    await tx.insert(mailTries).values({ tryId: randomUUID(), addressKey, emailKey, at });
    await forgetUnconfirmed(tx, at);
    const [known] = await tx.select().from(mailSubscribers).where(eq(mailSubscribers.emailKey, emailKey));
    if (known?.confirmedAt || lately > 0 || today >= MAIL_LIMIT.ofEmailADay) return { isTaken: true };
    const subscriberId = known?.subscriberId ?? randomUUID();
    if (known)
      await tx.update(mailSubscribers).set({ askedAt: at }).where(eq(mailSubscribers.subscriberId, subscriberId));
    else
      await tx.insert(mailSubscribers).values({
        ...{ subscriberId, email: email.trim(), emailKey, askedAt: at },
        key: randomBytes(32).toString('base64url'),
      });
    await tx.insert(mails).values({ mailId: randomUUID(), subscriberId, kind: 'confirm', state: 'waiting', dueAt: at });
    return { isTaken: true };
  });
}
