import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { env } from '@/db/env';
import { partners, webhookSubscriptions } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { excerpt } from '@/lib/kernel/problem';
import { CREATE_SUBSCRIPTION_INPUT } from '@/lib/webhooks/inputs';
import { readReceiverUrl } from '@/lib/webhooks/receiver-url';
import { secretText } from '@/lib/webhooks/signature';
import { orderedKinds } from '@/lib/webhooks/told-kinds';

/** Addresses one partner may have: each is told every change it asked for. */
export const SUBSCRIPTIONS_MAX = 10;

/**
 * Enters an address that a partner is told at. Only administrators choose addresses; the partner does the rest. The secret is
 * given once, here. @throws NotFoundError, InvalidInputError `url_*`, RefusedError `webhook.url_taken`, `webhook.too_many`
 */
export async function createSubscription(
  actor: Actor,
  input: z.input<typeof CREATE_SUBSCRIPTION_INPUT>,
  at = new Date(),
): Promise<{ subscriptionId: string; secret: string }> {
  authorise(actor, 'admin.partners');
  const { partnerId, url: text, kinds: wished } = parseInput(CREATE_SUBSCRIPTION_INPUT, input);
  const kinds = orderedKinds(wished);
  const read = readReceiverUrl(text, env().webhookLoopback);
  if (!read.ok) {
    const problem = { code: `url_${read.fault}`, severity: 'error', pointer: 'url', value: excerpt(text) } as const;
    throw new InvalidInputError([problem]);
  }
  const url = read.url.href;
  const secret = secretText(randomBytes(32));
  const subscriptionId = randomUUID();
  try {
    await inTransaction(async (tx) => {
      const [partner] = await tx
        .select({ id: partners.id })
        .from(partners)
        .where(and(eq(partners.id, partnerId), isNull(partners.disabledAt)))
        .for('no key update');
      if (!partner) throw new NotFoundError('partner');
      const [there] = await tx
        .select({ subscriptions: count() })
        .from(webhookSubscriptions)
        .where(eq(webhookSubscriptions.partnerId, partnerId));
      if ((there?.subscriptions ?? 0) >= SUBSCRIPTIONS_MAX) {
        throw refuse('webhook.too_many', { most: SUBSCRIPTIONS_MAX });
      }
      await tx
        .insert(webhookSubscriptions)
        .values({ id: subscriptionId, partnerId, url, kinds, secret, createdAt: at });
      await writeAudit(
        tx,
        actor,
        {
          action: 'webhook.create',
          subjectType: 'webhook',
          subjectId: subscriptionId,
          details: { partnerId, host: read.url.host, kinds },
        },
        at,
      );
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('webhook.url_taken');
    throw error;
  }
  return { subscriptionId, secret };
}
