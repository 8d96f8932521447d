import 'server-only';
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
import { CHANGE_SUBSCRIPTION_INPUT } from '@/lib/webhooks/inputs';
import { orderedKinds } from '@/lib/webhooks/told-kinds';

/** Changes what an address is told of, from the next change on. @throws NotFoundError, RefusedError `webhook.changed` */
export async function changeSubscription(
  actor: Actor,
  input: z.input<typeof CHANGE_SUBSCRIPTION_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'webhook.manage');
  const { subscriptionId, rowVersion, kinds: wished } = parseInput(CHANGE_SUBSCRIPTION_INPUT, input);
  const kinds = orderedKinds(wished);
  await inTransaction(async (tx) => {
    const before = await findSubscription(tx, actor, subscriptionId);
    const changed = await tx
      .update(webhookSubscriptions)
      .set({ kinds, rowVersion: sql`${webhookSubscriptions.rowVersion} + 1` })
      .where(and(eq(webhookSubscriptions.id, subscriptionId), eq(webhookSubscriptions.rowVersion, rowVersion)))
      .returning({ id: webhookSubscriptions.id });
    if (changed.length === 0) throw refuse('webhook.changed');
    await writeAudit(
      tx,
      actor,
      {
        action: 'webhook.change',
        subjectType: 'webhook',
        subjectId: subscriptionId,
        details: {
          partnerId: before.partnerId,
          before: { kinds: before.kinds.join(' ') },
          after: { kinds: kinds.join(' ') },
        },
      },
      at,
    );
  });
}
