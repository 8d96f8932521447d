import { afterAll, beforeAll, beforeEach } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { type ClaimedDelivery, claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { settleDeliveries } from '@/db/commands/webhook/settle-deliveries';
import { db } from '@/db/connection';
import { type Delivering, deliverWebhooks } from '@/db/jobs/deliver-webhooks';
import { webhookDeliveries } from '@/db/schema';
import { post } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { aConsignment } from './a-consignment';
import { aDesk, type Desk, NOW } from './a-desk';
import { aReceiver, type Receiver } from './a-receiver';
import { standing } from './command-cases';
import { aSubscription, outboxOf } from './subscriptions';

/** What a test of deliveries works with: a subscribed partner, its receiver on this machine, and a clock that stands still. */
export type Deliveries = {
  readonly receiver: Receiver;
  readonly desk: Desk;
  readonly hook: { readonly subscriptionId: string; readonly secret: string };
  /** The instant at which the job runs. */
  clock: Date;
  later(ms: number): void;
  /** One run of the job; the name of the receiver leads to this machine, unless the test sends in its own way. */
  run(send?: Delivering['send']): Promise<void>;
  /** A hold on a new consignment, which is told. */
  aHold(): ReturnType<typeof standing>;
  /** The delivery there is. @throws where there is none or more than one */
  only(): Promise<typeof webhookDeliveries.$inferSelect>;
};

/** What an address is told by then, in the order in which it is numbered and sent: each arrives at once. */
export async function sentTo(subscriptionId: string, at: Date): Promise<ClaimedDelivery[]> {
  const sent: ClaimedDelivery[] = [];
  for (;;) {
    const claimed = await claimDeliveries(SYSTEM_ACTOR, subscriptionId, 50, at);
    if (claimed.length === 0) return sent;
    sent.push(...claimed);
    const outcome = { status: 204, fault: null, answer: null, durationMs: 1 };
    await settleDeliveries(
      SYSTEM_ACTOR,
      claimed.map((delivery) => ({ delivery, outcome, startedAt: at, at, random: 0 })),
    );
  }
}

/** Gives each test a desk with a subscription of its own; what an earlier test left waiting is not for the next one to send. */
export function useDeliveries(): Deliveries {
  let receiver: Receiver;
  let desk: Desk;
  let hook: Deliveries['hook'];
  beforeAll(async () => {
    receiver = await aReceiver();
  });
  afterAll(() => receiver.stop());
  const world: Deliveries = {
    get receiver() {
      return receiver;
    },
    get desk() {
      return desk;
    },
    get hook() {
      return hook;
    },
    clock: NOW,
    later: (ms) => {
      world.clock = new Date(world.clock.getTime() + ms);
    },
    run: (
      send = (_url, headers, body) =>
        post(`http://127.0.0.1:${receiver.port}/hook`, headers, body, { allowsLoopback: true }),
    ) => deliverWebhooks(new AbortController().signal, { now: () => world.clock, random: () => 0.5, send }),
    aHold: async () => {
      const { consignmentId, rowVersion } = await aConsignment(desk);
      await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'licence_missing' }, world.clock);
      return standing(consignmentId);
    },
    only: async () => {
      const [delivery, ...others] = await outboxOf(hook.subscriptionId);
      if (!delivery || others.length > 0) throw new Error('not one delivery');
      return delivery;
    },
  };
  beforeEach(async () => {
    await db().update(webhookDeliveries).set({ state: 'cancelled' });
    desk = await aDesk();
    hook = await aSubscription(desk);
    world.clock = NOW;
    receiver.received.length = 0;
    receiver.reply = { status: 204 };
  });
  return world;
}
