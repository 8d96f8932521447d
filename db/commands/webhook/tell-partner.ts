import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, arrayOverlaps, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type submissions, webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { toldEvent } from '@/lib/clearance/told-ground';
import { dayOf } from '@/lib/kernel/dates';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { contentOfChange, contentOfPublication, contentOfSubmission, type ToldChange } from '@/lib/webhooks/body';
import { TOLD_OF_ONE_MAX, type ToldKind, toldOf } from '@/lib/webhooks/told-kinds';

type Delivery = typeof webhookDeliveries.$inferInsert;
type Subscriber = { readonly id: string; readonly kinds: readonly ToldKind[] };

/**
 * Puts what a partner is to be told into the outbox, in the transaction of the changes themselves: both happen or neither does.
 * One look-up a call, and no row where nobody subscribed. A decision becomes due when it can no longer be taken back.
 */
export async function tellPartner(tx: Tx, partnerId: string, changes: readonly ToldChange[]): Promise<void> {
  const told = changes.flatMap((given) => {
    const change = { ...given, values: toldEvent({ kind: given.event, values: given.values }).values };
    const { version } = change.values;
    const kinds = toldOf(change.event, typeof version === 'number' ? version : null);
    const first = (change.place ?? 0) * TOLD_OF_ONE_MAX + 1;
    return kinds.map((one, index) => ({ ...one, change, ordinal: first + index }));
  });
  const subscribers = await subscribersOf(
    tx,
    partnerId,
    told.map(({ kind }) => kind),
  );
  if (subscribers.length === 0) return;
  const rows: Delivery[] = [];
  for (const { kind, isWithheld, change, ordinal } of told) {
    const takenBy = subscribers.filter(({ kinds }) => kinds.includes(kind));
    if (takenBy.length === 0) continue;
    const undoMs = isWithheld ? (await policyInForce(tx, dayOf(change.at))).undoMinutes * 60_000 + 1 : 0;
    const { consignmentId: subjectId, reference, at } = change;
    const content = contentOfChange(kind, change);
    const dueAt = new Date(at.getTime() + undoMs);
    rows.push(
      ...takenBy.map(({ id }) =>
        deliveryOf(id, { kind, subjectId, reference, occurredAt: at, content, dueAt, ordinal }),
      ),
    );
  }
  await copySet(tx, webhookDeliveries, rows);
}

/** The same for a submission that was processed to its end, or refused as a whole. */
export async function tellFinished(tx: Tx, submission: typeof submissions.$inferSelect): Promise<void> {
  const subscribers = await subscribersOf(tx, submission.partnerId, ['submission_finished']);
  const occurredAt = submission.finishedAt;
  if (subscribers.length === 0 || !occurredAt) return;
  const content = contentOfSubmission({
    id: submission.id,
    status: submission.status === 'refused' ? 'refused' : 'finished',
    finishedAt: occurredAt,
    counts: {
      received: submission.recordsReceived,
      accepted: submission.recordsAccepted,
      updated: submission.recordsUpdated,
      unchanged: submission.recordsUnchanged,
      quarantined: submission.recordsQuarantined,
    },
  });
  const what = { kind: 'submission_finished', subjectId: submission.id, reference: null, occurredAt, content } as const;
  await copySet(
    tx,
    webhookDeliveries,
    subscribers.map(({ id }) => deliveryOf(id, { ...what, dueAt: occurredAt })),
  );
}

/** Tells every partner that wants to know that a release of the public statistics went out, in the transaction in which it does. */
export async function tellPublished(
  tx: Tx,
  release: { readonly month: string; readonly number: number; readonly note: string },
  publishedAt: Date,
): Promise<void> {
  const subscribers = await tx
    .select({ id: webhookSubscriptions.id })
    .from(webhookSubscriptions)
    .where(
      and(isNull(webhookSubscriptions.disabledAt), arrayOverlaps(webhookSubscriptions.kinds, ['statistics_published'])),
    );
  if (subscribers.length === 0) return;
  const { month, number: vintage, note } = release;
  const content = contentOfPublication({ month, vintage, note, publishedAt, datasets: DATASET_IDS });
  const what = { kind: 'statistics_published', subjectId: null, reference: `${month} v${vintage}` } as const;
  await copySet(
    tx,
    webhookDeliveries,
    subscribers.map(({ id }) => deliveryOf(id, { ...what, occurredAt: publishedAt, content, dueAt: publishedAt })),
  );
}

type What = Pick<Delivery, 'kind' | 'subjectId' | 'reference' | 'occurredAt' | 'content' | 'dueAt'> & {
  readonly ordinal?: number;
};

/** A delivery that waits for its first attempt. */
export function deliveryOf(subscriptionId: string, what: What): Delivery & { readonly id: string } {
  return { id: randomUUID(), subscriptionId, state: 'waiting', ...what };
}

async function subscribersOf(tx: Tx, partnerId: string, kinds: readonly ToldKind[]): Promise<Subscriber[]> {
  if (kinds.length === 0) return [];
  return tx
    .select({ id: webhookSubscriptions.id, kinds: webhookSubscriptions.kinds })
    .from(webhookSubscriptions)
    .where(
      and(
        eq(webhookSubscriptions.partnerId, partnerId),
        isNull(webhookSubscriptions.disabledAt),
        arrayOverlaps(webhookSubscriptions.kinds, [...new Set(kinds)]),
      ),
    );
}
