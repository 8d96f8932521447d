import { setTimeout as sleep } from 'node:timers/promises';
import { now as databaseNow } from '@/db/clock';
import {
  addressesInUse,
  type ClaimedDelivery,
  claimDeliveries,
  dueSubscriptions,
} from '@/db/commands/webhook/claim-deliveries';
import { dropOldDeliveries } from '@/db/commands/webhook/drop-old-deliveries';
import {
  type Attempted,
  isDelivered,
  returnDeliveries,
  settleDeliveries,
} from '@/db/commands/webhook/settle-deliveries';
import { env } from '@/db/env';
import { logLine } from '@/db/log';
import { ATTEMPT_MS_MAX, type PostOutcome, post } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { SIGNATURE_HEADER, signatureHeader } from '@/lib/webhooks/signature';

/** Deliveries under way at once, to one address and to all together. */
const AT_ONCE = 16;
const ALL_AT_ONCE = 64;
/** Taken for an address that answers, in shares: the next are at hand while the outcomes of the last are written down. */
const SHARES_TAKEN = 4;
/** An address that failed so often in a row is left for a while: most likely it is down, and one at a time tells when it is back. */
const FAILURES_IN_ROW = AT_ONCE;
const REST_MS = 1_000;
/** How often outcomes are written down and more is taken, while deliveries are under way. */
const TURN_MS = 50;

export type Delivering = {
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly send?: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<PostOutcome>;
};

/** An address in the course of a run: what was taken for it and is not under way yet, and how it answers. */
type Address = { taken: ClaimedDelivery[]; underWay: number; answers: boolean; failures: number; restsUntil: number };

/**
 * Sends what is due until nothing is. All addresses go on side by side, each with an equal share of what may be under way: neither
 * a backlog nor a slow receiver holds up the others. What failed waits for its own time.
 */
export async function deliverWebhooks(signal: AbortSignal, how: Delivering = {}): Promise<void> {
  const delivering = { now: databaseNow, random: Math.random, send: sendNow, ...how };
  const addresses = new Map<string, Address>();
  const underWay = new Set<Promise<void>>();
  const attempted: Attempted[] = [];
  let share = AT_ONCE;
  let hasStopped = false;

  const settle = async () => {
    const ended = attempted.splice(0);
    await settleDeliveries(SYSTEM_ACTOR, ended).catch((error: unknown) => {
      attempted.unshift(...ended);
      throw error;
    });
  };
  const launch = (address: Address, delivery: ClaimedDelivery) => {
    address.underWay += 1;
    const attempt: Promise<void> = deliver(delivery, delivering).then((one) => {
      underWay.delete(attempt);
      attempted.push(one);
      address.underWay -= 1;
      address.answers = isDelivered(one.outcome);
      address.failures = address.answers ? 0 : address.failures + 1;
      if (address.failures >= FAILURES_IN_ROW) address.restsUntil = one.at.getTime() + REST_MS;
      start();
    });
    underWay.add(attempt);
  };
  /** In turn: whoever was served goes to the end, where the loop meets it again. */
  const start = () => {
    for (const [id, address] of addresses) {
      if (signal.aborted || hasStopped || underWay.size >= ALL_AT_ONCE) return;
      if (address.restsUntil > delivering.now().getTime()) continue;
      // What waited here for too long is left to its lease: it could be taken a second time while it is sent.
      while (address.taken[0] && isLate(address.taken[0], delivering.now())) address.taken.shift();
      const delivery = address.underWay < share ? address.taken.shift() : undefined;
      if (!delivery) continue;
      launch(address, delivery);
      addresses.delete(id);
      addresses.set(id, address);
    }
  };
  const take = async () => {
    // Who was shut out since is told nothing of what was taken for it before.
    const taken = [...addresses].filter(([, { taken: waits }]) => waits.length > 0).map(([id]) => id);
    const inUse = await addressesInUse(SYSTEM_ACTOR, taken);
    const shutOut = taken.filter((id) => !inUse.has(id));
    await returnDeliveries(
      SYSTEM_ACTOR,
      shutOut.flatMap((id) => addresses.get(id)?.taken.splice(0) ?? []),
    );
    for (const id of shutOut) addresses.delete(id);
    const due = await dueSubscriptions(SYSTEM_ACTOR, delivering.now());
    const busy = new Set([...due, ...[...addresses].filter(([, { underWay: has }]) => has > 0).map(([id]) => id)]);
    share = Math.max(1, Math.min(AT_ONCE, Math.floor(ALL_AT_ONCE / Math.max(1, busy.size))));
    for (const id of due) {
      const address = addresses.get(id) ?? { taken: [], underWay: 0, answers: false, failures: 0, restsUntil: 0 };
      if (address.restsUntil > delivering.now().getTime() || address.taken.length > share) continue;
      const most = address.failures >= FAILURES_IN_ROW ? 1 : address.answers ? SHARES_TAKEN * share : share;
      const room = most - address.taken.length - address.underWay;
      addresses.set(id, address);
      if (room > 0) address.taken.push(...(await claimDeliveries(SYSTEM_ACTOR, id, room, delivering.now())));
    }
    start();
  };

  try {
    do {
      await settle();
      if (!signal.aborted) await take();
      if (underWay.size > 0) await Promise.race([Promise.all(underWay), sleep(TURN_MS, undefined, { ref: false })]);
    } while (underWay.size > 0 || attempted.length > 0);
  } finally {
    // Nothing more begins: what is under way ends and is written down, what waits here goes back.
    hasStopped = true;
    while (underWay.size > 0) await Promise.allSettled([...underWay]);
    const unsent = [...addresses.values()].flatMap(({ taken }) => taken.splice(0));
    await settle().finally(() => returnDeliveries(SYSTEM_ACTOR, unsent));
  }
}

const isLate = ({ leaseUntil }: ClaimedDelivery, at: Date) => leaseUntil.getTime() < at.getTime() + 2 * ATTEMPT_MS_MAX;

async function deliver(delivery: ClaimedDelivery, { now, random, send }: Required<Delivering>): Promise<Attempted> {
  const startedAt = now();
  const outcome = await send(delivery.url, headersOf(delivery, startedAt), delivery.body);
  return { delivery, outcome, startedAt, at: now(), random: random() };
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
