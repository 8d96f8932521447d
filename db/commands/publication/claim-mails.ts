import 'server-only';
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { mailSubscribers, mails, releases } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { MailKind } from '@/lib/publication/mail';
import { LEASE_MS } from '@/lib/webhooks/retry';

/** A mail in the hands of one worker. */
export type ClaimedMail = {
  readonly mailId: string;
  readonly claimNumber: number;
  readonly email: string;
  readonly key: string;
  readonly kind: MailKind;
  readonly release: { readonly month: string; readonly number: number; readonly note: string } | null;
  readonly administration: string;
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
};

/** Takes the next mails that are due for a worker, the oldest first. One conditional write a mail: two workers never have the same. */
export async function claimMails(actor: Actor, limit: number, at: Date): Promise<ClaimedMail[]> {
  authorise(actor, 'publication.publish');
  const isFree = or(isNull(mails.leaseUntil), lte(mails.leaseUntil, at));
  const due = await db()
    .select({ id: mails.mailId })
    .from(mails)
    .where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, at), isFree))
    .orderBy(asc(mails.dueAt), asc(mails.mailId))
    .limit(limit);
  if (due.length === 0) return [];
  const claimed = await db()
    .update(mails)
    .set({ leaseUntil: new Date(at.getTime() + LEASE_MS), claimNumber: sql`${mails.claimNumber} + 1` })
    .where(
      and(
        inArray(
          mails.mailId,
          due.map(({ id }) => id),
        ),
        eq(mails.state, 'waiting'),
        isFree,
      ),
    )
    .returning();
  const { administration } = await policyInForce(db(), dayOf(at));
  const found: ClaimedMail[] = [];
  for (const { mailId, claimNumber, subscriberId, kind, month, number, attempts, firstAttemptAt } of claimed) {
    const [to] = await db().select().from(mailSubscribers).where(eq(mailSubscribers.subscriberId, subscriberId));
    const [release] =
      month !== null && number !== null
        ? await db()
            .select({ month: releases.month, number: releases.number, note: releases.note })
            .from(releases)
            .where(and(eq(releases.month, month), eq(releases.number, number), eq(releases.state, 'published')))
        : [];
    // Who was forgotten meanwhile is sent nothing.
    if (!to || (kind === 'confirm') !== (to.confirmedAt === null))
      await db().delete(mails).where(eq(mails.mailId, mailId));
    else
      found.push({
        ...{ mailId, claimNumber, kind, attempts, firstAttemptAt, administration },
        ...{ email: to.email, key: to.key, release: release ?? null },
      });
  }
  return found;
}
