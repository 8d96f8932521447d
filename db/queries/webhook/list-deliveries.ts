import 'server-only';
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { webhookAttempts, webhookDeliveries } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';
import type { DeliveryState, ToldKind } from '@/lib/webhooks/told-kinds';
import { findSubscription } from './find-subscription';

/** A line of the log: what was told, where it stands, and what came of the last attempt. */
export type DeliveryRow = {
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly kind: ToldKind;
  readonly reference: string | null;
  readonly sequence: number | null;
  readonly occurredAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastStatus: number | null;
  readonly lastFault: string | null;
  readonly lastDurationMs: number | null;
};
export type DeliveryPage = { readonly rows: readonly DeliveryRow[]; readonly next: string | null };

const PAGE = 50;

const lastAttempt = <T>(column: SQL) => sql<T | null>`(select ${column} from ${webhookAttempts}
  where ${webhookAttempts.deliveryId} = ${webhookDeliveries.id} order by ${webhookAttempts.claimNumber} desc limit 1)`;

export const DELIVERY_COLUMNS = {
  deliveryId: webhookDeliveries.id,
  subscriptionId: webhookDeliveries.subscriptionId,
  kind: webhookDeliveries.kind,
  reference: webhookDeliveries.reference,
  sequence: webhookDeliveries.sequence,
  occurredAt: webhookDeliveries.occurredAt,
  state: webhookDeliveries.state,
  attempts: webhookDeliveries.attempts,
  dueAt: webhookDeliveries.dueAt,
  lastStatus: lastAttempt<number>(sql`${webhookAttempts.responseStatus}`),
  lastFault: lastAttempt<string>(sql`${webhookAttempts.fault}`),
  lastDurationMs: lastAttempt<number>(sql`${webhookAttempts.durationMs}`),
};

/** The log of one address, latest first, in key-set pages; `after` is the `next` of the page before. @throws NotFoundError */
export async function listDeliveries(
  actor: Actor,
  subscriptionId: string,
  page: { readonly after: string | null; readonly state: DeliveryState | null },
): Promise<DeliveryPage> {
  authorise(actor, 'webhook.read');
  await findSubscription(db(), actor, subscriptionId);
  const found = await db()
    .select(DELIVERY_COLUMNS)
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.subscriptionId, subscriptionId),
        page.state ? eq(webhookDeliveries.state, page.state) : undefined,
        beyond(page.after),
      ),
    )
    .orderBy(
      sql`${desc(webhookDeliveries.occurredAt)} nulls first`,
      sql`${desc(webhookDeliveries.ordinal)} nulls first`,
      asc(webhookDeliveries.id),
    )
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.deliveryId ?? null) : null };
}

/** Rows after a delivery. Its place is read from the row itself: in an address its instant would lose its microseconds. */
function beyond(after: string | null): SQL | undefined {
  if (!after || !isUuid(after)) return undefined;
  const { occurredAt, ordinal, id } = webhookDeliveries;
  const of = (column: string) =>
    sql`(select d.${sql.raw(column)} from webhook.deliveries d where d.id = ${after}::uuid)`;
  return sql`((${occurredAt}, ${ordinal}) < (${of('occurred_at')}, ${of('ordinal')})
    or (${occurredAt} = ${of('occurred_at')} and ${ordinal} = ${of('ordinal')} and ${id} > ${after}::uuid))`;
}
