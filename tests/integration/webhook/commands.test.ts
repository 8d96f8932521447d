import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSubscription } from '@/db/commands/webhook/change-subscription';
import { createSubscription, SUBSCRIPTIONS_MAX } from '@/db/commands/webhook/create-subscription';
import { newSecret } from '@/db/commands/webhook/new-secret';
import { sendAgain } from '@/db/commands/webhook/send-again';
import { sendTest } from '@/db/commands/webhook/send-test';
import { disableSubscription, enableSubscription } from '@/db/commands/webhook/set-subscription-use';
import { db } from '@/db/connection';
import { getDelivery } from '@/db/queries/webhook/get-delivery';
import { getSubscription } from '@/db/queries/webhook/get-subscription';
import { listDeliveries } from '@/db/queries/webhook/list-deliveries';
import { listSubscriptions } from '@/db/queries/webhook/list-subscriptions';
import { webhookDeliveries } from '@/db/schema';
import type { AuditAction } from '@/lib/audit/actions';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { auditOf, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aSubscription, outboxOf, subscriptionOf } from '../../support/subscriptions';

useDatabase();
let desk: Desk;
let subscriptionId: string;
const admin = someone('admin', 'NLRTM');
const reason = 'asked for by telephone';
beforeEach(async () => {
  desk = await aDesk();
  ({ subscriptionId } = await aSubscription(desk));
});

type Case = {
  readonly audit: AuditAction;
  readonly prepare?: () => Promise<void>;
  readonly act: (actor: Actor) => Promise<unknown>;
  readonly lost: string;
};

const deliveryId = async () => (await outboxOf(subscriptionId))[0]?.id ?? '';
const CASES: Readonly<Record<string, Case>> = {
  changeSubscription: {
    audit: 'webhook.change',
    act: (actor) => changeSubscription(actor, { subscriptionId, rowVersion: 1, kinds: ['released'] }, minutesLater(1)),
    lost: 'webhook.changed',
  },
  newSecret: {
    audit: 'webhook.new_secret',
    act: (actor) => newSecret(actor, { subscriptionId, rowVersion: 1 }, minutesLater(1)),
    lost: 'webhook.changed',
  },
  disableSubscription: {
    audit: 'webhook.disable',
    act: (actor) => disableSubscription(actor, { subscriptionId, reason }, minutesLater(1)),
    lost: 'already_disabled',
  },
  enableSubscription: {
    audit: 'webhook.enable',
    prepare: () => disableSubscription(admin, { subscriptionId, reason }, NOW),
    act: (actor) => enableSubscription(actor, { subscriptionId, reason }, minutesLater(1)),
    lost: 'not_disabled',
  },
  sendTest: {
    audit: 'webhook.test',
    act: (actor) => sendTest(actor, { subscriptionId }, minutesLater(1)),
    lost: 'webhook.test_waits',
  },
  sendAgain: {
    audit: 'webhook.send_again',
    prepare: async () => {
      await sendTest(admin, { subscriptionId }, NOW);
      const dead = { state: 'dead', settledAt: NOW } as const;
      await db().update(webhookDeliveries).set(dead).where(eq(webhookDeliveries.subscriptionId, subscriptionId));
    },
    act: async (actor) => sendAgain(actor, { deliveryId: await deliveryId() }, minutesLater(1)),
    lost: 'webhook.not_settled',
  },
};

describe.each(Object.entries(CASES))('%s', (_name, { audit, prepare, act, lost }) => {
  beforeEach(() => prepare?.());

  it('is done by the partner itself and by an administrator, with one audit row each', async () => {
    const before = await auditOf(subscriptionId);
    await act(desk.partner);
    const rows = (await auditOf(subscriptionId)).slice(before.length);
    expect(rows.map(({ action, actorId, subjectType }) => ({ action, actorId, subjectType }))).toEqual([
      { action: audit, actorId: desk.partner.id, subjectType: 'webhook' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('whs_');
  });

  it('is refused to a role without the permission', async () => {
    for (const actor of [desk.officer, desk.supervisor, desk.analyst]) {
      await expect(act(actor)).rejects.toThrow(ForbiddenError);
    }
  });

  it('does not find what belongs to another partner', async () => {
    const before = [await subscriptionOf(subscriptionId), await outboxOf(subscriptionId)];
    await expect(act({ ...desk.partner, partnerId: randomUUID() })).rejects.toThrow(NotFoundError);
    await expect(act({ ...desk.partner, partnerId: null })).rejects.toThrow(NotFoundError);
    expect([await subscriptionOf(subscriptionId), await outboxOf(subscriptionId)]).toEqual(before);
  });

  it('lets one of two win, and tells the other why', async () => {
    const before = await auditOf(subscriptionId);
    const outcomes = await Promise.allSettled([act(desk.partner), act(admin)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    expect(refused).toBeInstanceOf(RefusedError);
    expect(refused.reasons).toMatchObject([{ code: lost }]);
    expect(await auditOf(subscriptionId)).toHaveLength(before.length + 1);
  });
});

describe('createSubscription', () => {
  const wish = (url = 'https://hooks.partner.com/new') => ({
    partnerId: desk.partnerId,
    url,
    kinds: ['released' as const],
  });

  it('enters an address, gives its secret once, and leaves an audit row without it', async () => {
    const made = await createSubscription(admin, wish('https://Hooks.Partner.com:443/new'), NOW);
    expect(made.secret).toMatch(/^whs_[\w-]{43}$/);
    expect(await subscriptionOf(made.subscriptionId)).toMatchObject({
      url: 'https://hooks.partner.com/new',
      lastSequence: 0,
    });
    const rows = await auditOf(made.subscriptionId);
    expect(rows).toMatchObject([{ action: 'webhook.create', details: { host: 'hooks.partner.com' } }]);
    expect(JSON.stringify(rows)).not.toContain(made.secret);
  });

  it('is for administrators only: a partner does not choose where the server connects to', async () => {
    await expect(createSubscription(desk.partner, wish())).rejects.toThrow(ForbiddenError);
    await expect(createSubscription(desk.officer, wish())).rejects.toThrow(ForbiddenError);
  });

  it('does not find a partner that is not there', async () => {
    await expect(createSubscription(admin, { ...wish(), partnerId: randomUUID() })).rejects.toThrow(NotFoundError);
  });

  it('lets one of two win with the same address', async () => {
    const outcomes = await Promise.allSettled([createSubscription(admin, wish()), createSubscription(admin, wish())]);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    expect(lost).toBeInstanceOf(RefusedError);
    expect(lost.reasons).toMatchObject([{ code: 'webhook.url_taken' }]);
  });

  it.each([
    ['http://hooks.partner.com/', 'url_https_only'],
    ['https://169.254.169.254/', 'url_ip_address'],
    ['https://2130706433/', 'url_written_oddly'],
    ['https://user@hooks.partner.com/', 'url_userinfo'],
    [`http://127.0.0.1:8080/`, 'url_https_only'],
  ])('refuses %s by name of the rule', async (url, code) => {
    const error = await createSubscription(admin, wish(url)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ problems: [{ pointer: 'url', code, value: url }] });
  });

  it('refuses more addresses than a partner may have, and none of the kinds', async () => {
    for (let made = 1; made < SUBSCRIPTIONS_MAX; made += 1) await aSubscription(desk);
    expect(await refusalOf(createSubscription(admin, wish()))).toEqual(['webhook.too_many']);
    await expect(createSubscription(admin, { ...wish(), kinds: [] })).rejects.toThrow(InvalidInputError);
  });
});

describe('looking at web-hooks', () => {
  it('shows a partner its own, an administrator any, and never a secret', async () => {
    await sendTest(desk.partner, { subscriptionId }, NOW);
    const id = await deliveryId();
    for (const actor of [desk.partner, admin]) {
      const seen = [
        await listSubscriptions(actor, desk.partnerId),
        await getSubscription(actor, subscriptionId),
        await listDeliveries(actor, subscriptionId, { after: null, state: null }),
        await getDelivery(actor, id),
      ];
      expect(JSON.stringify(seen)).toContain(subscriptionId);
      expect(JSON.stringify(seen)).not.toMatch(/whs_|secret"/i);
    }
  });

  it('does not find those of another partner, and shows officers none', async () => {
    await sendTest(desk.partner, { subscriptionId }, NOW);
    const id = await deliveryId();
    const stranger = { ...desk.partner, partnerId: randomUUID() };
    const looks = (actor: Actor) => [
      () => getSubscription(actor, subscriptionId),
      () => listDeliveries(actor, subscriptionId, { after: null, state: null }),
      () => getDelivery(actor, id),
      () => listSubscriptions(actor, desk.partnerId),
    ];
    for (const look of looks(stranger)) await expect(look()).rejects.toThrow(NotFoundError);
    for (const look of looks(desk.officer)) await expect(look()).rejects.toThrow(ForbiddenError);
  });

  it('pages the log by key, latest first, each delivery once', async () => {
    for (let made = 0; made < 60; made += 1) {
      await sendTest(admin, { subscriptionId }, minutesLater(made));
      const settled = { state: made % 2 ? 'delivered' : 'dead', settledAt: NOW } as const;
      await db().update(webhookDeliveries).set(settled).where(eq(webhookDeliveries.state, 'waiting'));
    }
    const first = await listDeliveries(desk.partner, subscriptionId, { after: null, state: null });
    const second = await listDeliveries(desk.partner, subscriptionId, { after: first.next, state: null });
    const ids = [...first.rows, ...second.rows].map((row) => row.deliveryId);
    expect([first.rows.length, second.rows.length, new Set(ids).size, second.next]).toEqual([50, 10, 60, null]);
    const dead = await listDeliveries(desk.partner, subscriptionId, { after: null, state: 'dead' });
    expect(dead.rows).toHaveLength(30);
  });
});
