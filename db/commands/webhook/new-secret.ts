import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { findSubscription } from '@/db/queries/webhook/find-subscription';
import { webhookSubscriptions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { NEW_SECRET_INPUT } from '@/lib/webhooks/inputs';
import { secretText } from '@/lib/webhooks/signature';

/** The former secret signs beside the new one for a day, so that a receiver can change over without losing a delivery. */
const BOTH_FOR_MS = 24 * 3_600_000;

/** Makes another secret to sign with. It is given once, here. @throws NotFoundError, RefusedError `webhook.changed` */
export async function newSecret(
  actor: Actor,
  input: z.input<typeof NEW_SECRET_INPUT>,
  at = new Date(),
): Promise<{ secret: string }> {
  authorise(actor, 'webhook.manage');
  const { subscriptionId, rowVersion } = parseInput(NEW_SECRET_INPUT, input);
  const secret = secretText(randomBytes(32));
  await inTransaction(async (tx) => {
    const before = await findSubscription(tx, actor, subscriptionId);
    const changed = await tx
      .update(webhookSubscriptions)
      .set({
        secret,
        formerSecret: sql`${webhookSubscriptions.secret}`,
        formerSecretUntil: new Date(at.getTime() + BOTH_FOR_MS),
        rowVersion: sql`${webhookSubscriptions.rowVersion} + 1`,
      })
      .where(and(eq(webhookSubscriptions.id, subscriptionId), eq(webhookSubscriptions.rowVersion, rowVersion)))
      .returning({ id: webhookSubscriptions.id });
    if (changed.length === 0) throw refuse('webhook.changed');
    await writeAudit(
      tx,
      actor,
      {
        action: 'webhook.new_secret',
        subjectType: 'webhook',
        subjectId: subscriptionId,
        details: { partnerId: before.partnerId },
      },
      at,
    );
  });
  return { secret };
}
