import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { disablePartner, enablePartner } from '@/db/commands/identity/set-partner-use';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { dropOldDeliveries, LOG_DAYS } from '@/db/commands/webhook/drop-old-deliveries';
import { newSecret } from '@/db/commands/webhook/new-secret';
import { sendAgain } from '@/db/commands/webhook/send-again';
import { sendTest } from '@/db/commands/webhook/send-test';
import { disableSubscription } from '@/db/commands/webhook/set-subscription-use';
import { settleDelivery } from '@/db/commands/webhook/settle-delivery';
import { db } from '@/db/connection';
import { deliverWebhooks } from '@/db/jobs/deliver-webhooks';
import { webhookDeliveries } from '@/db/schema';
import { type PostOutcome, post } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { TRIED_FOR_MS } from '@/lib/webhooks/retry';
import { isSignedBy } from '@/lib/webhooks/signature';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { aReceiver, type Receiver } from '../../support/a-receiver';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aSubscription, attemptsAt, outboxOf, subscriptionOf } from '../../support/subscriptions';

useDatabase();
let desk: Desk;
let receiver: Receiver;
let hook: { subscriptionId: string; secret: string };
let clock: Date;
const signal = new AbortController().signal;
const admin = someone('admin', 'NLRTM');

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
  return standing(consignmentId);
}
const only = async () => {
  const [delivery, ...others] = await outboxOf(hook.subscriptionId);
  if (!delivery || others.length > 0) throw new Error('not one delivery');
  return delivery;
};
const OK: PostOutcome = { status: 204, fault: null, answer: null, durationMs: 1 };

describe('a delivery', () => {
  it('reaches the receiver signed and exactly described, however often it failed before', async () => {
    const { reference, consignmentId } = await aHold();
    receiver.reply = { status: 503, body: 'down for repair' };
    await run();
    await run();
    expect(receiver.received).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 1, dueAt: new Date(NOW.getTime() + 10_000) });
    later(10_000);
    await run();
    receiver.reply = { status: 200, body: 'ok' };
    later(19_999);
    await run();
    expect(receiver.received).toHaveLength(2);
    later(1);
    await run();
    later(3_600_000);
    await run();
    expect(receiver.received).toHaveLength(3);

    const delivery = await only();
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 3, sequence: 1 });
    const path = `/api/v1/consignments/${reference}`;
    const body = {
      deliveryId: delivery.id,
      sequence: 1,
      kind: 'held',
      occurredAt: NOW.toISOString(),
      reference,
      consignmentId,
      ground: 'licence_missing',
      links: { consignment: path, responses: `${path}/responses` },
    };
    const sentAt = [0, 10_000, 30_000].map((ms) => new Date(NOW.getTime() + ms));
    for (const [index, { method, headers, body: text }] of receiver.received.entries()) {
      const at = sentAt[index] ?? NOW;
      expect(method).toBe('POST');
      expect(JSON.parse(text)).toEqual(body);
      expect(text).toBe(delivery.body);
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'luxor-delivery': delivery.id,
        'luxor-event': 'held',
        'luxor-sequence': '1',
      });
      const signature = String(headers['luxor-signature']);
      expect(signature).toMatch(new RegExp(`^t=${at.getTime() / 1000},v1=[0-9a-f]{64}$`));
      expect(isSignedBy(hook.secret, signature, text, at)).toBe(true);
    }
    expect(await attemptsAt(delivery.id)).toMatchObject([
      { startedAt: sentAt[0], responseStatus: 503, fault: null, answer: 'down for repair' },
      { startedAt: sentAt[1], responseStatus: 503, fault: null },
      { startedAt: sentAt[2], responseStatus: 200, fault: null, answer: 'ok' },
    ]);
  });

  it('is given up a day after its first attempt, and can be sent again as it was', async () => {
    await aHold();
    receiver.reply = { status: 500 };
    for (let runs = 0; runs < 100 && (await only()).state === 'waiting'; runs += 1) {
      await run();
      clock = new Date(Math.max((await only()).dueAt.getTime(), clock.getTime()));
    }
    const dead = await only();
    expect(dead.state).toBe('dead');
    expect(clock.getTime()).toBe(NOW.getTime() + TRIED_FOR_MS);
    const tries = receiver.received.length;
    later(TRIED_FOR_MS);
    await run();
    expect(receiver.received).toHaveLength(tries);

    receiver.reply = { status: 200 };
    await sendAgain(desk.partner, { deliveryId: dead.id }, clock);
    await run();
    expect(await only()).toMatchObject({ state: 'delivered', id: dead.id, sequence: dead.sequence, attempts: 1 });
    expect(receiver.received.at(-1)?.body).toBe(receiver.received[0]?.body);
  });

  it('counts a redirect as failed, and goes nowhere else', async () => {
    await aHold();
    receiver.reply = { status: 301, headers: { location: 'http://127.0.0.1:1/' } };
    await run();
    const delivery = await only();
    expect(delivery.state).toBe('waiting');
    expect(await attemptsAt(delivery.id)).toMatchObject([{ responseStatus: 301, fault: 'redirect' }]);
  });

  it('carries a number that counts from one without gaps for each subscription', async () => {
    const other = await aSubscription(desk);
    for (let made = 0; made < 7; made += 1) await aHold();
    await run();
    for (const { subscriptionId } of [hook, other]) {
      const numbers = (await outboxOf(subscriptionId))
        .map(({ sequence }) => sequence)
        .sort((a, b) => Number(a) - Number(b));
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect((await subscriptionOf(subscriptionId)).lastSequence).toBe(7);
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['luxor-delivery'])).size).toBe(14);
  });

  it('is signed with both secrets for a day after one was changed', async () => {
    const { secret } = await newSecret(desk.partner, { subscriptionId: hook.subscriptionId, rowVersion: 1 }, NOW);
    await aHold();
    await run();
    later(TRIED_FOR_MS);
    await sendTest(desk.partner, { subscriptionId: hook.subscriptionId }, clock);
    await run();
    const signedBy = receiver.received.map(({ headers, body }, index) =>
      [secret, hook.secret].map((one) =>
        isSignedBy(one, String(headers['luxor-signature']), body, index === 0 ? NOW : clock),
      ),
    );
    expect(signedBy).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});

describe('nothing is sent', () => {
  it('to an address that was switched off meanwhile', async () => {
    await aHold();
    const wish = { subscriptionId: hook.subscriptionId, reason: 'the receiver moves' };
    await disableSubscription(desk.partner, wish, NOW);
    later(3_600_000);
    await run();
    expect(receiver.received).toEqual([]);
    expect((await only()).state).toBe('cancelled');
    expect(await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 5, clock)).toEqual([]);
  });

  it('to a partner that is shut out, until it is let in again', async () => {
    await aHold();
    const wish = { partnerId: desk.partnerId, reason: 'fees unpaid' };
    await disablePartner(admin, wish, NOW);
    await run();
    expect(receiver.received).toEqual([]);
    await enablePartner(admin, wish, NOW);
    await run();
    expect(receiver.received).toHaveLength(1);
  });
});

it('the log forgets a settled delivery after its days, and never one that waits', async () => {
  await aHold();
  const [claimed] = await claimDeliveries(SYSTEM_ACTOR, hook.subscriptionId, 1, clock);
  if (!claimed) throw new Error('nothing was claimed');
  await settleDelivery(SYSTEM_ACTOR, claimed, OK, { startedAt: clock, at: clock, random: 0 });
  await aHold();
  await dropOldDeliveries(SYSTEM_ACTOR, minutesLater(LOG_DAYS * 24 * 60));
  expect(await outboxOf(hook.subscriptionId)).toHaveLength(2);
  await dropOldDeliveries(SYSTEM_ACTOR, minutesLater(LOG_DAYS * 24 * 60 + 1));
  expect(await outboxOf(hook.subscriptionId)).toMatchObject([{ state: 'waiting' }]);
  expect(await attemptsAt(claimed.deliveryId)).toEqual([]);
});
