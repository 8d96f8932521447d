import 'server-only';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { tellPublished } from '@/db/commands/webhook/tell-partner';
import { db } from '@/db/connection';
import { releases, vintages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { tellSubscribers } from './tell-subscribers';

/**
 * Publishes what was approved and whose hour has come, in the order of their hours, and gives how many. Each is a conditional write of
 * its own, so that two workers publish nothing twice, with the disclosure rule it was protected by in its audit row;
 * partners that want to know are told by web-hook, and everybody else who wants to by e-mail.
 */
export async function publishDue(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'publication.publish');
  const due = await db()
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.state, 'approved'), lte(releases.releaseAt, at)))
    .orderBy(asc(releases.releaseAt), asc(releases.month), asc(releases.number));
  let published = 0;
  for (const { id } of due) if (await publishOne(actor, id, at)) published += 1;
  return published;
}

async function publishOne(actor: Actor, id: string, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [release] = await tx
      .update(releases)
      .set({ state: 'published', publishedAt: at, rowVersion: sql`${releases.rowVersion} + 1` })
      .where(and(eq(releases.id, id), eq(releases.state, 'approved'), lte(releases.releaseAt, at)))
      .returning();
    if (!release) return false;
    const { month, number } = release;
    await tellPublished(tx, release, at);
    await tellSubscribers(tx, release, at);
    const [vintage] = await tx
      .select()
      .from(vintages)
      .where(and(eq(vintages.month, month), eq(vintages.number, number)));
    await writeAudit(
      tx,
      actor,
      {
        action: 'publication.publish',
        subjectType: 'publication',
        subjectId: `${month}/${number}`,
        officeId: null,
        details: {
          ...{ month, vintage: number, ruleVersion: vintage?.rule.version ?? 0 },
          ...{ definitions: vintage?.definitionsVersion ?? 0 },
        },
      },
      at,
    );
    return true;
  });
}
