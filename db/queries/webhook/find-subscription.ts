import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { webhookSubscriptions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

export type SubscriptionRow = typeof webhookSubscriptions.$inferSelect;

/** The condition under which a subscription is the actor's to see: a partner's own, any for an administrator. */
export function isWithin({ role, partnerId }: Pick<Actor, 'role' | 'partnerId'>): SQL | undefined {
  if (role !== 'partner') return undefined;
  return eq(webhookSubscriptions.partnerId, partnerId ?? '00000000-0000-0000-0000-000000000000');
}

/** A part of queries and commands that have authorised: one subscription within the scope of the actor. @throws NotFoundError */
export async function findSubscription(from: Executor, actor: Actor, id: string): Promise<SubscriptionRow> {
  const [row] = isUuid(id)
    ? await from
        .select()
        .from(webhookSubscriptions)
        .where(and(eq(webhookSubscriptions.id, id), isWithin(actor)))
    : [];
  if (!row) throw new NotFoundError('webhook');
  return row;
}

/** The same, locked against other changes and against claims, but not against the outbox. @throws NotFoundError */
export async function lockSubscription(from: Executor, actor: Actor, id: string): Promise<SubscriptionRow> {
  const [row] = await from
    .select()
    .from(webhookSubscriptions)
    .where(and(eq(webhookSubscriptions.id, id), isWithin(actor)))
    .for('no key update');
  if (!row) throw new NotFoundError('webhook');
  return row;
}
