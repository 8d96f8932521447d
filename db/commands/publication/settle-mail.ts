import 'server-only';
import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { mails, mailTries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { MAILS_KEPT_MS, TRIES_KEPT_MS } from '@/lib/publication/mail';
import { nextAttemptAt } from '@/lib/webhooks/retry';
import type { ClaimedMail } from './claim-mails';
import { forgetUnconfirmed } from './forget-unconfirmed';

/**
 * How an attempt ended: `isFinal` where the mail server knows no such mailbox, so that trying again would be in vain; `isOfMail` where it
 * answered to this mail, else it answers so to every one. `fault` is a code.
 */
export type MailOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: string; readonly isFinal: boolean; readonly isOfMail: boolean };

/**
 * Writes down how an attempt ended: sent, to be tried again later with longer and longer pauses for a day, or given up. False where somebody
 * else has taken the mail since.
 */
export async function settleMail(
  actor: Actor,
  mail: ClaimedMail,
  outcome: MailOutcome,
  at: Date,
  random: number,
): Promise<boolean> {
  authorise(actor, 'publication.publish');
  const attempts = mail.attempts + 1;
  const firstAttemptAt = mail.firstAttemptAt ?? at;
  const dueAt = outcome.ok || outcome.isFinal ? null : nextAttemptAt(attempts, firstAttemptAt, at, random);
  const settled = await db()
    .update(mails)
    .set({
      ...{ attempts, firstAttemptAt, leaseUntil: null, fault: outcome.ok ? null : outcome.fault },
      ...(dueAt ? { dueAt } : { state: outcome.ok ? ('sent' as const) : ('failed' as const), settledAt: at }),
    })
    .where(and(eq(mails.mailId, mail.mailId), eq(mails.claimNumber, mail.claimNumber), eq(mails.state, 'waiting')))
    .returning({ id: mails.mailId });
  return settled.length > 0;
}

/** Takes old mails and wishes out of the log, and forgets addresses that nobody confirmed. */
export async function tidyMails(actor: Actor, at = new Date()): Promise<void> {
  authorise(actor, 'publication.publish');
  await db()
    .delete(mails)
    .where(and(isNotNull(mails.settledAt), lt(mails.settledAt, new Date(at.getTime() - MAILS_KEPT_MS))));
  await db()
    .delete(mailTries)
    .where(lt(mailTries.at, new Date(at.getTime() - TRIES_KEPT_MS)));
  await inTransaction((tx) => forgetUnconfirmed(tx, at));
}
