import { describe, expect, it } from 'vitest';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { settleDeliveries } from '@/db/commands/webhook/settle-deliveries';
import { deliverWebhooks } from '@/db/jobs/deliver-webhooks';
import type { PostOutcome } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { LEASE_MS, TRIED_FOR_MS } from '@/lib/webhooks/retry';
import { useDatabase } from '../../support/database';
import { useDeliveries } from '../../support/deliveries';
import { attemptsAt, outboxOf } from '../../support/subscriptions';

useDatabase();
const world = useDeliveries();
const OK: PostOutcome = { status: 204, fault: null, answer: null, durationMs: 1 };

describe('two workers', () => {
  it('never have one delivery at the same time', async () => {
    for (let made = 0; made < 6; made += 1) await world.aHold();
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 4, world.clock)),
    );
    const ids = claims.flat().map(({ deliveryId }) => deliveryId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 4, world.clock)).toEqual([]);
  });

  it('send each delivery once between them', async () => {
    for (let made = 0; made < 9; made += 1) await world.aHold();
    await Promise.all([world.run(), world.run(), world.run()]);
    await world.run();
    const ids = world.receiver.received.map(({ headers }) => headers['luxor-delivery']);
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
  });

  it('give back what they had no time to send: no attempt is counted, and the next sends it at once', async () => {
    for (let made = 0; made < 40; made += 1) await world.aHold();
    const stop = new AbortController();
    let sent = 0;
    await deliverWebhooks(stop.signal, {
      now: () => world.clock,
      random: () => 0.5,
      send: async () => {
        sent += 1;
        stop.abort();
        return OK;
      },
    });
    const left = (await outboxOf(world.hook.subscriptionId)).filter(({ state }) => state === 'waiting');
    expect(sent).toBeGreaterThan(0);
    expect(left).toHaveLength(40 - sent);
    expect(left.filter(({ attempts, leaseUntil }) => attempts > 0 || leaseUntil !== null)).toEqual([]);
    expect(left.map(({ firstAttemptAt }) => firstAttemptAt)).toEqual(left.map(() => null));
    await world.run();
    const all = await outboxOf(world.hook.subscriptionId);
    expect(all.filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([]);
    expect(world.receiver.received).toHaveLength(40 - sent);
  });

  it('take over what a dead worker had, whose late outcome then changes nothing', async () => {
    await world.aHold();
    const [lost] = await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 1, world.clock);
    world.later(LEASE_MS - 1);
    expect(await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 1, world.clock)).toEqual([]);
    world.later(1);
    const [taken] = await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 1, world.clock);
    if (!lost || !taken) throw new Error('nothing was claimed');
    expect(taken).toMatchObject({ deliveryId: lost.deliveryId, body: lost.body, claimNumber: 2 });
    const times = { startedAt: world.clock, at: world.clock, random: 0 };
    await settleDeliveries(SYSTEM_ACTOR, [{ delivery: lost, outcome: OK, ...times }]);
    expect((await world.only()).state).toBe('waiting');
    await settleDeliveries(SYSTEM_ACTOR, [{ delivery: taken, outcome: OK, ...times }]);
    expect((await world.only()).state).toBe('delivered');
    expect(await attemptsAt(lost.deliveryId)).toHaveLength(2);
  });

  it('count an attempt that ended with its worker, wait between them, and give up a day after the first', async () => {
    await world.aHold();
    const startedAt = world.clock;
    const claim = async () => (await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 1, world.clock)).length;
    expect(await claim()).toBe(1);
    world.later(LEASE_MS);
    expect(await claim()).toBe(1);
    expect(await world.only()).toMatchObject({ attempts: 1, firstAttemptAt: startedAt });
    world.later(LEASE_MS);
    expect(await claim()).toBe(0);
    world.later(10_000);
    expect(await claim()).toBe(1);
    expect(await world.only()).toMatchObject({ attempts: 2, firstAttemptAt: startedAt });
    world.later(TRIED_FOR_MS);
    expect(await claim()).toBe(0);
    expect(await world.only()).toMatchObject({ state: 'dead', settledAt: world.clock });
  });
});
