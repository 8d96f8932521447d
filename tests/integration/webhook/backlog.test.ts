import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { claimDeliveries } from '@/db/commands/webhook/claim-deliveries';
import { settleDeliveries } from '@/db/commands/webhook/settle-deliveries';
import { deliveryOf } from '@/db/commands/webhook/tell-partner';
import { db } from '@/db/connection';
import { webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import type { PostOutcome } from '@/db/webhook/post';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { ToldKind } from '@/lib/webhooks/told-kinds';
import { aDesk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { useDeliveries } from '../../support/deliveries';
import { aSubscription } from '../../support/subscriptions';

useDatabase();
const world = useDeliveries();
const OK: PostOutcome = { status: 204, fault: null, answer: null, durationMs: 1 };
const BUSY: PostOutcome = { ...OK, status: 503 };
type Headers = Readonly<Record<string, string>>;

/** Puts changes into the outbox, one second after another, as `reference: kind` of the consignment with that reference. */
async function told(changes: readonly string[], subscriptionId = world.hook.subscriptionId): Promise<void> {
  const subjects = new Map<string, string>();
  const rows = changes.map((change, index) => {
    const [reference = '', kind = 'accepted'] = change.split(': ');
    const subjectId = subjects.get(reference) ?? randomUUID();
    subjects.set(reference, subjectId);
    const occurredAt = new Date(NOW.getTime() - 600_000 + index * 1_000);
    const content = JSON.stringify({ kind });
    const what = { kind: kind as ToldKind, subjectId, reference, occurredAt, dueAt: occurredAt, content };
    return deliveryOf(subscriptionId, what);
  });
  await db().insert(webhookDeliveries).values(rows);
}

const referencesOf = async () => {
  const rows = await db()
    .select({ id: webhookDeliveries.id, reference: webhookDeliveries.reference })
    .from(webhookDeliveries);
  return new Map(rows.map(({ id, reference }) => [id, reference ?? '']));
};

/** Counts of what is under way, and an answer that each attempt waits for until it is let go. */
function aGate() {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    get waiting() {
      return waiting.length;
    },
    open: () => {
      for (const go of waiting.splice(0)) go();
    },
  };
}

const settled = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a backlog', () => {
  it('is sent by one run to its end, sixteen at once', async () => {
    await told(Array.from({ length: 50 }, (_, index) => `R-${index}: accepted`));
    const gate = aGate();
    const sent: string[] = [];
    const run = world.run(async (_url, headers) => {
      sent.push(headers['luxor-delivery'] ?? '');
      await gate.wait();
      return OK;
    });
    await settled(() => gate.waiting === 16);
    while (new Set(sent).size < 50 || gate.waiting > 0) {
      await settled(() => gate.waiting > 0);
      gate.open();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await run;
    expect(sent).toHaveLength(50);
  });

  it('is told no further to an address that is switched off in the middle of the run', async () => {
    const { subscriptionId } = world.hook;
    await told(Array.from({ length: 60 }, (_, index) => `N-${index}: accepted`));
    const gate = aGate();
    let sent = 0;
    const run = world.run(async () => {
      sent += 1;
      // An address that answers has more taken for it than is under way.
      if (sent > 1) await gate.wait();
      return OK;
    });
    await settled(() => gate.waiting === 16);
    const off = { disabledAt: world.clock };
    await db().update(webhookSubscriptions).set(off).where(eq(webhookSubscriptions.id, subscriptionId));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const opening = setInterval(gate.open, 5);
    await run;
    clearInterval(opening);
    expect(sent).toBe(17);
  });

  it('lets what failed before, and the end of a submission, go first', async () => {
    await told(['R-1: accepted']);
    await world.run(async () => BUSY);
    await told([...Array.from({ length: 40 }, (_, index) => `B-${index}: accepted`), 'S-1: submission_finished']);
    world.later(10_000);
    const claimed = await claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 4, world.clock);
    const names = await referencesOf();
    expect(claimed.map(({ deliveryId }) => names.get(deliveryId))).toEqual(['R-1', 'S-1', 'B-0', 'B-1']);
  });

  it('of one address holds up no other: what becomes due there is sent while the first still waits for its answers', async () => {
    await told(Array.from({ length: 40 }, (_, index) => `R-${index}: accepted`));
    const other = await aDesk();
    const { subscriptionId } = await aSubscription(other, { url: 'https://hooks.other.com/1' });
    const gate = aGate();
    const others: string[] = [];
    const run = world.run(async (url) => {
      if (url.includes('other')) others.push(url);
      else await gate.wait();
      return OK;
    });
    await settled(() => gate.waiting === 16);
    await told(['O-1: held'], subscriptionId);
    await settled(() => others.length === 1);
    expect(gate.waiting).toBe(16);
    const opening = setInterval(gate.open, 5);
    await run;
    clearInterval(opening);
  });

  it('is left alone for a while where an address fails again and again', async () => {
    await told(Array.from({ length: 80 }, (_, index) => `R-${index}: accepted`));
    let tried = 0;
    await world.run(async () => {
      tried += 1;
      return BUSY;
    });
    expect(tried).toBe(16);
    world.later(1_000);
    await world.run(async () => {
      tried += 1;
      return OK;
    });
    expect(tried).toBe(80);
  });
});

describe('changes of one consignment', () => {
  it('are told in their order, each when the one before has arrived', async () => {
    await told(['A: accepted', 'A: question_asked', 'B: accepted', 'A: question_answered', 'B: held']);
    const names = await referencesOf();
    const sent: string[] = [];
    let isDown = true;
    const send = async (_url: string, headers: Headers) => {
      const name = names.get(headers['luxor-delivery'] ?? '') ?? '';
      sent.push(`${name}: ${headers['luxor-event']}`);
      return isDown && name === 'A' ? BUSY : OK;
    };
    await world.run(send);
    expect(sent).toEqual(['A: accepted', 'B: accepted', 'B: held']);
    isDown = false;
    world.later(10_000);
    await world.run(send);
    expect(sent.slice(3)).toEqual(['A: accepted', 'A: question_asked', 'A: question_answered']);
  });

  it('are never with two workers, nor two of them under way', async () => {
    await told(['A: accepted', 'A: question_asked', 'A: question_answered']);
    const claim = () => claimDeliveries(SYSTEM_ACTOR, world.hook.subscriptionId, 16, world.clock);
    const [one, two] = await Promise.all([claim(), claim()]);
    const [first, ...more] = [...one, ...two];
    if (!first) throw new Error('nothing was claimed');
    expect(more).toEqual([]);
    const times = { startedAt: world.clock, at: world.clock, random: 0 };
    await settleDeliveries(SYSTEM_ACTOR, [{ delivery: first, outcome: OK, ...times }]);
    expect((await claim()).map(({ kind, sequence }) => [kind, sequence])).toEqual([['question_asked', 2]]);
  });
});
