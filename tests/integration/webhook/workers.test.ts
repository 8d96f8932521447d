import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { settleDelivery } from '@/db/commands/webhook/settle-delivery';
import { db } from '@/db/connection';
import { deliverWebhooks } from '@/db/jobs/deliver-webhooks';
import { webhookDeliveries } from '@/db/schema';
import { type PostOutcome, post } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { LEASE_MS } from '@/lib/webhooks/retry';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { aReceiver, type Receiver } from '../../support/a-receiver';
import { useDatabase } from '../../support/database';
import { aSubscription, attemptsAt, outboxOf } from '../../support/subscriptions';

useDatabase();
let desk: Desk;
let receiver: Receiver;
let hook: { subscriptionId: string; secret: string };
let clock: Date;
const signal = new AbortController().signal;

beforeAll(async () => {
  receiver = await aReceiver();
});
afterAll(() => receiver.stop());
beforeEach(async () => {
  // What an earlier test left waiting is not for this one to send.
  await db().update(webhookDeliveries).set({ state: 'cancelled' });
  desk = await aDesk();
  hook = await aSubscription(desk);
  clock = NOW;
  receiver.received.length = 0;
  receiver.reply = { status: 204 };
});

/** The clock stands still but for what a test does to it; the name of the receiver leads to this machine. */
const run = () =>
  deliverWebhooks(signal, {
    now: () => clock,
    random: () => 0.5,
    send: (_url, headers, body) =>
      post(`http://127.0.0.1:${receiver.port}/hook`, headers, body, { allowsLoopback: true }),
  });
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};
async function aHold() {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'licence_missing' }, clock);
}
const only = async () => {
  const [delivery, ...others] = await outboxOf(hook.subscriptionId);
  if (!delivery || others.length > 0) throw new Error('not one delivery');
  return delivery;
};
const OK: PostOutcome = { status: 204, fault: null, answer: null, durationMs: 1 };

describe('two workers', () => {
  it('never have one delivery at the same time', async () => {
    for (let made = 0; made < 6; made += 1) await aHold();
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 4, clock)),
    );
    const ids = claims.flat().map(({ deliveryId }) => deliveryId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 4, clock)).toEqual([]);
  });

  it('send each delivery once between them', async () => {
    for (let made = 0; made < 9; made += 1) await aHold();
    await Promise.all([run(), run(), run()]);
    await run();
    const ids = receiver.received.map(({ headers }) => headers['luxor-delivery']);
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
  });

  it('take over what a dead worker had, whose late outcome then changes nothing', async () => {
    await aHold();
    const [lost] = await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 1, clock);
    later(LEASE_MS - 1);
    expect(await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 1, clock)).toEqual([]);
    later(1);
    const [taken] = await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 1, clock);
    if (!lost || !taken) throw new Error('nothing was claimed');
    expect(taken).toMatchObject({ deliveryId: lost.deliveryId, body: lost.body, claimNumber: 2 });
    const times = { startedAt: clock, at: clock, random: 0 };
    await settleDelivery(SYSTEM_ACTOR, lost, OK, times);
    expect((await only()).state).toBe('waiting');
    await settleDelivery(SYSTEM_ACTOR, taken, OK, times);
    expect((await only()).state).toBe('delivered');
    expect(await attemptsAt(lost.deliveryId)).toHaveLength(2);
  });
});
