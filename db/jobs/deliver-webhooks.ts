import { type ClaimedDelivery, claimDeliveries, dueSubscriptions } from '@/db/commands/webhook/claim-deliveries';
import { dropOldDeliveries } from '@/db/commands/webhook/drop-old-deliveries';
import { settleDelivery } from '@/db/commands/webhook/settle-delivery';
import { env } from '@/db/env';
import { logLine } from '@/db/log';
import { type PostOutcome, post } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { SIGNATURE_HEADER, signatureHeader } from '@/lib/webhooks/signature';

/** Deliveries to one address under way at once: a slow receiver holds up few. */
const AT_ONCE = 4;
/** One address keeps a run, for which all others wait, no longer than this and the answers under way. */
const RUN_MS = 2_000;

export type Delivering = {
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly send?: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<PostOutcome>;
};

/**
 * Sends what is due, each address by itself. An address that fails, or has a long backlog, is left until the next run, so that
 * others wait for it only briefly; what it failed at waits for its own time.
 */
export async function deliverWebhooks(signal: AbortSignal, how: Delivering = {}): Promise<void> {
  const { now = () => new Date() } = how;
  const addresses = await dueSubscriptions(SYSTEM_ACTOR, now());
  await Promise.all(addresses.map((subscriptionId) => deliverTo(subscriptionId, signal, { ...how, now })));
}

async function deliverTo(
  subscriptionId: string,
  signal: AbortSignal,
  how: Delivering & { readonly now: () => Date },
): Promise<void> {
  const until = how.now().getTime() + RUN_MS;
  while (!signal.aborted && how.now().getTime() <= until) {
    const claimed = await claimDeliveries(SYSTEM_ACTOR, subscriptionId, AT_ONCE, how.now());
    if (claimed.length === 0) return;
    const outcomes = await Promise.all(claimed.map((delivery) => deliver(delivery, how)));
    if (outcomes.some((isDelivered) => !isDelivered)) return;
  }
}

async function deliver(delivery: ClaimedDelivery, how: Delivering & { readonly now: () => Date }): Promise<boolean> {
  const { now, random = Math.random, send = sendNow } = how;
  const startedAt = now();
  const outcome = await send(delivery.url, headersOf(delivery, startedAt), delivery.body);
  await settleDelivery(SYSTEM_ACTOR, delivery, outcome, { startedAt, at: now(), random: random() });
  return outcome.status !== null && outcome.status < 300;
}

function headersOf(delivery: ClaimedDelivery, sentAt: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Luxor-Webhooks/1',
    'luxor-delivery': delivery.deliveryId,
    'luxor-event': delivery.kind,
    'luxor-sequence': String(delivery.sequence),
    [SIGNATURE_HEADER]: signatureHeader(delivery.secrets, sentAt, delivery.body),
  };
}

const sendNow: NonNullable<Delivering['send']> = (url, headers, body) =>
  post(url, headers, body, { allowsLoopback: env().webhookLoopback });

/** Takes old deliveries out of the log. */
export async function tidyWebhookLog(): Promise<void> {
  const dropped = await dropOldDeliveries(SYSTEM_ACTOR);
  if (dropped > 0) logLine('info', 'webhooks.log_tidied', { dropped });
}
