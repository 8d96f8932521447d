import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { webhookAttempts, webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { toldText } from '@/db/webhook/told-text';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { isWithin } from './find-subscription';
import { DELIVERY_COLUMNS, type DeliveryRow } from './list-deliveries';

export type AttemptRow = {
  readonly number: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly responseStatus: number | null;
  readonly fault: string | null;
  readonly answer: string | null;
};

/** A delivery with every attempt and the body as it was, or will be, sent. */
export type DeliveryView = DeliveryRow & {
  readonly url: string;
  readonly isInUse: boolean;
  readonly body: string;
  readonly log: readonly AttemptRow[];
};

/** One delivery with its attempts, the first first. @throws NotFoundError */
export async function getDelivery(actor: Actor, deliveryId: string): Promise<DeliveryView> {
  authorise(actor, 'webhook.read');
  const [found] = isUuid(deliveryId)
    ? await db()
        .select({
          ...DELIVERY_COLUMNS,
          url: webhookSubscriptions.url,
          disabledAt: webhookSubscriptions.disabledAt,
          body: webhookDeliveries.body,
          content: webhookDeliveries.content,
        })
        .from(webhookDeliveries)
        .innerJoin(webhookSubscriptions, eq(webhookSubscriptions.id, webhookDeliveries.subscriptionId))
        .where(and(eq(webhookDeliveries.id, deliveryId), isWithin(actor)))
    : [];
  if (!found) throw new NotFoundError('delivery');
  const attempts = await db()
    .select()
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, deliveryId))
    .orderBy(asc(webhookAttempts.claimNumber));
  const { disabledAt, content, body, ...row } = found;
  return {
    ...row,
    isInUse: disabledAt === null,
    body: toldText(row.kind, body ?? content),
    log: attempts.map(({ deliveryId: _id, claimNumber: _claim, ...attempt }, index) => ({
      ...attempt,
      number: index + 1,
    })),
  };
}
