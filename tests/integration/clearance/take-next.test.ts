import { count, eq, isNotNull } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { limitTogether } from '@/db/commands/clearance/limit-together';
import { proposeTogether } from '@/db/commands/clearance/propose-together';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { takeNext } from '@/db/commands/clearance/take-next';
import { withdrawTogether } from '@/db/commands/clearance/withdraw-together';
import { db } from '@/db/connection';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { auditLog, clearances, events, holds } from '@/db/schema';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import { aConsignment, arrivingAt, consignmentsLike, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  await db().delete(clearances);
});

describe('Taking the next', () => {
  it('gives the one with the least time left, and of one flight the highest score', async () => {
    await aConsignment(desk, arrivingAt(minutesLater(90)), withScore(99));
    await aConsignment(desk, arrivingAt(minutesLater(60)), withScore(20));
    const first = await aConsignment(desk, arrivingAt(minutesLater(60)), withScore(70));
    const taken = await takeNext(desk.officer, {}, NOW);
    expect(taken).toMatchObject({ consignmentId: first.consignmentId, claimNumber: 1, rowVersion: 2 });
  });

  it('keeps to the lanes asked for', async () => {
    await aConsignment(desk, arrivingAt(minutesLater(10)));
    const red = await aConsignment(desk, inLane('red'), arrivingAt(minutesLater(60)));
    expect((await takeNext(desk.officer, { lane: ['red'] }, NOW))?.consignmentId).toBe(red.consignmentId);
    expect(await takeNext(desk.officer, { lane: ['red'] }, NOW)).toBeNull();
  });

  it('takes from the office that is asked for among the own ones', async () => {
    const there = await aConsignment({ ...desk, officeId: 'BELGG' }, arrivingAt(minutesLater(60)));
    await aConsignment(desk, arrivingAt(minutesLater(1)));
    const roaming = { ...desk.officer, officeIds: [desk.officeId, 'BELGG'] };
    const taken = await takeNext(roaming, { officeId: 'BELGG' }, NOW);
    expect(taken?.consignmentId).toBe(there.consignmentId);
  });

  it('leaves what is proposed to be released together to the second person, until it changes or the proposal is settled', async () => {
    const limits = { rowsMax: 5, scoreMax: 59, takesNoSlot: false, secondAboveRows: 2, secondAboveValue: '1000' };
    await limitTogether(desk.supervisor, { officeId: 'NLRTM', revision: 0, reason: 'Few hands', ...limits }, NOW);
    const placed = await consignmentsLike(desk, 3, arrivingAt(minutesLater(10)));
    const later = await aConsignment(desk, arrivingAt(minutesLater(90)));
    const rows = placed.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion }));
    const { batchId } = await proposeTogether(desk.officer, { rows, ground: 'risk_not_confirmed' }, NOW);
    const take = async () => (await takeNext(desk.colleague, {}, NOW))?.consignmentId;
    expect(await take()).toBe(later.consignmentId);
    expect(await take()).toBeUndefined();
    const [changed] = rows;
    if (!changed) throw new Error('nothing placed');
    const { consignmentId, rowVersion } = await claimConsignment(desk.colleague, changed, NOW);
    await giveBackClaim(desk.colleague, { consignmentId, rowVersion }, NOW);
    expect(await take()).toBe(changed.consignmentId);
    expect(await take()).toBeUndefined();
    await withdrawTogether(desk.officer, { batchId }, NOW);
    expect([await take(), await take()].sort()).toEqual(
      rows
        .slice(1)
        .map(({ consignmentId }) => consignmentId)
        .sort(),
    );
  });

  it('leaves what waits for an agency alone, until it has answered or its time is over', async () => {
    const held = await aConsignment(desk, arrivingAt(minutesLater(90)));
    const wish = { ground: 'safety_check', agencyId: 'market_surveillance', note: 'Does it bear its marks?' } as const;
    const placed = await holdConsignment(
      desk.officer,
      { consignmentId: held.consignmentId, rowVersion: held.rowVersion, ...wish, dueAt: minutesLater(60) },
      NOW,
    );
    const seen = { consignmentId: held.consignmentId, rowVersion: placed.rowVersion };
    await giveBackClaim(desk.officer, seen, minutesLater(1));
    expect(await takeNext(desk.colleague, {}, minutesLater(2))).toBeNull();
    // The queue shows it, and says why it is given to nobody.
    const { rows } = await listQueue(desk.colleague, EMPTY_QUEUE_FILTER, null, minutesLater(2));
    expect(rows).toMatchObject([{ awaitsAgency: minutesLater(60).toISOString() }]);
    const [hold] = await db().select().from(holds).where(eq(holds.consignmentId, held.consignmentId));
    await db()
      .update(holds)
      .set({ verdict: 'examine' })
      .where(eq(holds.holdId, hold?.holdId ?? ''));
    const taken = await takeNext(desk.colleague, {}, minutesLater(3));
    expect(taken?.consignmentId).toBe(held.consignmentId);
    await giveBackClaim(desk.colleague, { ...seen, rowVersion: taken?.rowVersion ?? 0 }, minutesLater(4));
    await db()
      .update(holds)
      .set({ verdict: null })
      .where(eq(holds.holdId, hold?.holdId ?? ''));
    expect(await takeNext(desk.colleague, {}, minutesLater(5))).toBeNull();
    expect((await takeNext(desk.colleague, {}, minutesLater(61)))?.consignmentId).toBe(held.consignmentId);
  });

  it('gives what waits for an agency where its own time runs out before that of the agency', async () => {
    const held = await aConsignment(desk, arrivingAt(minutesLater(30)));
    const { consignmentId, rowVersion } = held;
    const wish = { ground: 'safety_check', agencyId: 'market_surveillance', note: 'Does it bear its marks?' } as const;
    const placed = await holdConsignment(
      desk.officer,
      { consignmentId, rowVersion, ...wish, dueAt: minutesLater(60) },
      NOW,
    );
    await giveBackClaim(desk.officer, { consignmentId, rowVersion: placed.rowVersion }, minutesLater(1));
    expect((await takeNext(desk.colleague, {}, minutesLater(2)))?.consignmentId).toBe(consignmentId);
  });

  it('gives the answer to an own question before what is as urgent, not before what is more', async () => {
    const first = await aConsignment(desk, arrivingAt(minutesLater(90)));
    const others = await answeredOne(desk.colleague, arrivingAt(minutesLater(100)));
    const own = await answeredOne(desk.officer, arrivingAt(minutesLater(300)));
    const near = await aConsignment(desk, arrivingAt(minutesLater(40)));
    const take = async () => (await takeNext(desk.officer, {}, NOW))?.consignmentId;
    expect(await take()).toBe(near.consignmentId);
    expect(await take()).toBe(own);
    expect(await take()).toBe(first.consignmentId);
    expect(await take()).toBe(others);
    expect(await take()).toBeUndefined();
  });

  it('gives an answered one of the lanes asked for alone', async () => {
    await answeredOne(desk.officer, arrivingAt(minutesLater(300)));
    const red = await aConsignment(desk, inLane('red'), arrivingAt(minutesLater(400)));
    expect((await takeNext(desk.officer, { lane: ['red'] }, NOW))?.consignmentId).toBe(red.consignmentId);
  });

  it('is for officers, in their own office', async () => {
    await aConsignment(desk);
    await expect(takeNext(desk.analyst, {}, NOW)).rejects.toThrow(ForbiddenError);
    await expect(takeNext(desk.stranger, { officeId: desk.officeId }, NOW)).rejects.toThrow(NotFoundError);
    expect(await takeNext(desk.stranger, {}, NOW)).toBeNull();
  });

  it('hands out 500 consignments to 50 officers at once: each once, none left, every claim told', async () => {
    await consignmentsLike(desk, 500);
    const officers = Array.from({ length: 50 }, (_, index) => someone('officer', desk.officeId, `Officer ${index}`));
    const before = await claimsTold();
    const taken = await Promise.all(
      officers.map(async (officer, index) => {
        const random = seededRandom(index + 1);
        const own: string[] = [];
        for (;;) {
          const next = await takeNext(officer, {}, NOW, random);
          if (!next) return { officer, own };
          own.push(next.consignmentId);
        }
      }),
    );
    const handedOut = taken.flatMap(({ own }) => own);
    expect(handedOut).toHaveLength(500);
    expect(new Set(handedOut).size).toBe(500);
    const held = await db()
      .select({ by: clearances.claimedBy, id: clearances.consignmentId, number: clearances.claimNumber })
      .from(clearances)
      .where(isNotNull(clearances.claimedBy));
    const holderOf = new Map(taken.flatMap(({ officer, own }) => own.map((id) => [id, officer.id] as const)));
    expect(held.every((row) => row.number === 1 && holderOf.get(row.id) === row.by)).toBe(true);
    const after = await claimsTold();
    expect(after.audits - before.audits).toBe(500);
    expect(after.events - before.events).toBe(500);
  });
});

/** A consignment about which an officer asked and the partner answered. */
async function answeredOne(officer: Actor, arrival: ReturnType<typeof arrivingAt>): Promise<string> {
  const { consignmentId, rowVersion } = await aConsignment(desk, arrival);
  const question = { type: 'rfi', question: 'Which model is it?', dueAt: minutesLater(60) } as const;
  const { referralId } = await referConsignment(officer, { consignmentId, rowVersion, ...question }, NOW);
  await answerReferral(desk.partner, { consignmentId, referralId, answer: 'Model 7' }, NOW);
  return consignmentId;
}

async function claimsTold() {
  const [audits] = await db().select({ n: count() }).from(auditLog).where(eq(auditLog.action, 'clearance.claim'));
  const [told] = await db().select({ n: count() }).from(events).where(eq(events.kind, 'claimed'));
  return { audits: audits?.n ?? 0, events: told?.n ?? 0 };
}
