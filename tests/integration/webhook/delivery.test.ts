import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { disablePartner, enablePartner } from '@/db/commands/identity/set-partner-use';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { dropOldDeliveries, LOG_DAYS } from '@/db/commands/webhook/drop-old-deliveries';
import { newSecret } from '@/db/commands/webhook/new-secret';
import { sendAgain } from '@/db/commands/webhook/send-again';
import { sendTest } from '@/db/commands/webhook/send-test';
import { disableSubscription, enableSubscription } from '@/db/commands/webhook/set-subscription-use';
import { settleDeliveries } from '@/db/commands/webhook/settle-deliveries';
import { db } from '@/db/connection';
import { getDelivery } from '@/db/queries/webhook/get-delivery';
import { getSubscription } from '@/db/queries/webhook/get-subscription';
import { webhookDeliveries } from '@/db/schema';
import type { PostOutcome } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { TRIED_FOR_MS } from '@/lib/webhooks/retry';
import { isSignedBy } from '@/lib/webhooks/signature';
import { minutesLater, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { useDeliveries } from '../../support/deliveries';
import { aSubscription, attemptsAt, outboxOf, subscriptionOf } from '../../support/subscriptions';

useDatabase();
const world = useDeliveries();
const admin = someone('admin', 'NLRTM');
const OK: PostOutcome = { status: 204, fault: null, answer: null, durationMs: 1 };
const unreached = async () => (await getSubscription(admin, world.hook.subscriptionId)).unreachedSince;

describe('a delivery', () => {
  it.each([
    ['never sent', false],
    ['sent and failed', true],
  ])('that an earlier version wrote with its suspicion, %s, tells none', async (_, wasSent) => {
    await world.aHold();
    if (wasSent) {
      world.receiver.reply = { status: 503 };
      await world.run();
      world.later(60_000);
      world.receiver.received.length = 0;
      world.receiver.reply = { status: 204 };
    }
    const suspected = (text: string | null) => text?.replace('licence_missing', 'denied_party_check') ?? null;
    const { id, content, body } = await world.only();
    await db()
      .update(webhookDeliveries)
      .set({ content: suspected(content) ?? '', body: suspected(body) })
      .where(eq(webhookDeliveries.id, id));
    expect((await getDelivery(admin, id)).body).not.toContain('denied_party_check');
    await world.run();
    const [received] = world.receiver.received;
    expect(JSON.parse(received?.body ?? '')).toMatchObject({ kind: 'held', ground: 'other' });
    expect((await world.only()).body).toBe(received?.body);
  });

  it('reaches the receiver signed and exactly described, however often it failed before', async () => {
    const { reference, consignmentId } = await world.aHold();
    world.receiver.reply = { status: 503, body: 'down for repair' };
    await world.run();
    await world.run();
    expect(world.receiver.received).toHaveLength(1);
    expect(await unreached()).toEqual(NOW);
    expect(await world.only()).toMatchObject({
      state: 'waiting',
      attempts: 1,
      dueAt: new Date(NOW.getTime() + 10_000),
    });
    world.later(10_000);
    await world.run();
    world.receiver.reply = { status: 200, body: 'ok' };
    world.later(19_999);
    await world.run();
    expect(world.receiver.received).toHaveLength(2);
    world.later(1);
    await world.run();
    world.later(3_600_000);
    await world.run();
    expect(world.receiver.received).toHaveLength(3);

    const delivery = await world.only();
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 3, sequence: 1 });
    expect(await unreached()).toBeNull();
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
    for (const [index, { method, headers, body: text }] of world.receiver.received.entries()) {
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
      expect(isSignedBy(world.hook.secret, signature, text, at)).toBe(true);
    }
    expect(await attemptsAt(delivery.id)).toMatchObject([
      { startedAt: sentAt[0], responseStatus: 503, fault: null, answer: 'down for repair' },
      { startedAt: sentAt[1], responseStatus: 503, fault: null },
      { startedAt: sentAt[2], responseStatus: 200, fault: null, answer: 'ok' },
    ]);
  });

  it('is given up a day after its first attempt, and can be sent again as it was', async () => {
    await world.aHold();
    world.receiver.reply = { status: 500 };
    for (let runs = 0; runs < 100 && (await world.only()).state === 'waiting'; runs += 1) {
      await world.run();
      world.clock = new Date(Math.max((await world.only()).dueAt.getTime(), world.clock.getTime()));
    }
    const dead = await world.only();
    expect(dead.state).toBe('dead');
    expect(world.clock.getTime()).toBe(NOW.getTime() + TRIED_FOR_MS);
    const tries = world.receiver.received.length;
    world.later(TRIED_FOR_MS);
    await world.run();
    expect(world.receiver.received).toHaveLength(tries);
    expect(await unreached()).toEqual(NOW);

    world.receiver.reply = { status: 200 };
    await sendAgain(world.desk.partner, { deliveryId: dead.id }, world.clock);
    await world.run();
    expect(await world.only()).toMatchObject({ state: 'delivered', id: dead.id, sequence: dead.sequence, attempts: 1 });
    expect(world.receiver.received.at(-1)?.body).toBe(world.receiver.received[0]?.body);
    expect(await unreached()).toBeNull();
  });

  it('counts a redirect as failed, and goes nowhere else', async () => {
    await world.aHold();
    world.receiver.reply = { status: 301, headers: { location: 'http://127.0.0.1:1/' } };
    await world.run();
    const delivery = await world.only();
    expect(delivery.state).toBe('waiting');
    expect(await attemptsAt(delivery.id)).toMatchObject([{ responseStatus: 301, fault: 'redirect' }]);
  });

  it('carries a number that counts from one without gaps for each subscription', async () => {
    const other = await aSubscription(world.desk);
    for (let made = 0; made < 7; made += 1) await world.aHold();
    await world.run();
    for (const { subscriptionId } of [world.hook, other]) {
      const numbers = (await outboxOf(subscriptionId))
        .map(({ sequence }) => sequence)
        .sort((a, b) => Number(a) - Number(b));
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect((await subscriptionOf(subscriptionId)).lastSequence).toBe(7);
    }
    expect(new Set(world.receiver.received.map(({ headers }) => headers['luxor-delivery'])).size).toBe(14);
  });

  it('is signed with both secrets for a day after one was changed', async () => {
    const { secret } = await newSecret(
      world.desk.partner,
      { subscriptionId: world.hook.subscriptionId, rowVersion: 1 },
      NOW,
    );
    await world.aHold();
    await world.run();
    world.later(TRIED_FOR_MS);
    await sendTest(world.desk.partner, { subscriptionId: world.hook.subscriptionId }, world.clock);
    await world.run();
    const signedBy = world.receiver.received.map(({ headers, body }, index) =>
      [secret, world.hook.secret].map((one) =>
        isSignedBy(one, String(headers['luxor-signature']), body, index === 0 ? NOW : world.clock),
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
    await world.aHold();
    const wish = { subscriptionId: world.hook.subscriptionId, reason: 'the receiver moves' };
    await disableSubscription(world.desk.partner, wish, NOW);
    world.later(3_600_000);
    await world.run();
    expect(world.receiver.received).toEqual([]);
    expect((await world.only()).state).toBe('cancelled');
    expect(await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 5, world.clock)).toEqual([]);
  });

  it('of what an import wrote down before it saw the address switched off, when it is switched on again', async () => {
    await world.aHold();
    const { id } = await world.only();
    const wish = { subscriptionId: world.hook.subscriptionId, reason: 'the receiver moves' };
    await disableSubscription(world.desk.partner, wish, NOW);
    await db().update(webhookDeliveries).set({ state: 'waiting', settledAt: null }).where(eq(webhookDeliveries.id, id));
    await enableSubscription(world.desk.partner, wish, NOW);
    await world.run();
    expect(world.receiver.received).toEqual([]);
    expect((await world.only()).state).toBe('cancelled');
  });

  it('to a partner that is shut out, until it is let in again', async () => {
    await world.aHold();
    const wish = { partnerId: world.desk.partnerId, reason: 'fees unpaid' };
    await disablePartner(admin, wish, NOW);
    // In the middle of a run, too, whose addresses were read before.
    expect(await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 5, world.clock)).toEqual([]);
    await world.run();
    expect(world.receiver.received).toEqual([]);
    await enablePartner(admin, wish, NOW);
    await world.run();
    expect(world.receiver.received).toHaveLength(1);
  });
});

it('the log forgets a settled delivery after its days, and never one that waits', async () => {
  await world.aHold();
  const [claimed] = await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 1, world.clock);
  if (!claimed) throw new Error('nothing was claimed');
  await settleDeliveries(SYSTEM_ACTOR, [
    { delivery: claimed, outcome: OK, startedAt: world.clock, at: world.clock, random: 0 },
  ]);
  await world.aHold();
  await dropOldDeliveries(SYSTEM_ACTOR, minutesLater(LOG_DAYS * 24 * 60));
  expect(await outboxOf(world.hook.subscriptionId)).toHaveLength(2);
  await dropOldDeliveries(SYSTEM_ACTOR, minutesLater(LOG_DAYS * 24 * 60 + 1));
  expect(await outboxOf(world.hook.subscriptionId)).toMatchObject([{ state: 'waiting' }]);
  expect(await attemptsAt(claimed.deliveryId)).toEqual([]);
});
