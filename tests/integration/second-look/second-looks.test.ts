import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { markViewed } from '@/db/commands/consignment/mark-viewed';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { db } from '@/db/connection';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { getSecondLook } from '@/db/queries/second-look/get-second-look';
import { listSecondLooks } from '@/db/queries/second-look/list-second-looks';
import { secondLookResults } from '@/db/queries/second-look/second-look-results';
import { secondLooks } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import { isDrawn, type LookedAt } from '@/lib/clearance/second-look';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

const CHECK_VIOLATED = '23514';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** The lease of a second look runs by the clock of the database: these tests play now. */
const now = () => new Date();
const empty = async () => void (await db().delete(secondLooks));

/** A release of the officer, with a second look at it as if it had been drawn. */
async function aDrawnRelease(choice: LookedAt = 'release') {
  const placed = await aConsignment(desk);
  const { consignmentId, rowVersion } = placed;
  const at = new Date(Date.now() - 60_000);
  const wish = { consignmentId, rowVersion, ground: 'documents_in_order' } as const;
  const released = await releaseConsignment(desk.officer, wish, at);
  const lookId = released.decisionId;
  const { receivedOn, reference } = await standing(consignmentId);
  await db()
    .insert(secondLooks)
    .values({
      ...{ consignmentId, lookId, receivedOn, officeId: desk.officeId, kind: 'by_data', firstChoice: choice },
      ...{ firstReason: 'documents_in_order', firstBy: desk.officer.id, version: 1, probability: '0.05', drawnAt: at },
    })
    .onConflictDoNothing();
  return { consignmentId, lookId, rowVersion: released.rowVersion, reference };
}
const RELEASE = { answer: 'release', reason: 'documents_in_order' } as const;
const lookOf = async (lookId: string) =>
  (await db().select().from(secondLooks).where(eq(secondLooks.lookId, lookId)))[0];

describe('A share of what one officer decides alone', () => {
  it('is drawn by its own id, with the chance kept, and holds nothing up', async () => {
    await empty();
    const done: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      const { consignmentId, rowVersion } = await aConsignment(desk);
      const seen = { consignmentId, rowVersion };
      if (index % 2 === 0) {
        const { decisionId } = await releaseConsignment(desk.officer, { ...seen, ground: 'documents_in_order' }, now());
        done.push(decisionId);
      } else {
        done.push((await orderExamination(desk.officer, { ...seen, kind: 'documents' }, now())).examinationId);
      }
    }
    const drawn = await db().select().from(secondLooks);
    expect(drawn.map(({ lookId }) => lookId).sort()).toEqual(done.filter((id) => isDrawn(id, '0.05')).sort());
    for (const look of drawn) {
      expect(look).toMatchObject({ probability: '0.05', firstBy: desk.officer.id, takenBy: null, kind: 'by_data' });
      expect(['released', 'examination']).toContain((await standing(look.consignmentId)).status);
    }
  });
});

describe('Taking a second look', () => {
  it('gives the oldest and leaves its audit row; the goods and their timeline stay as they are', async () => {
    await empty();
    const { consignmentId, lookId } = await aDrawnRelease();
    const before = [await standing(consignmentId), (await timelineOf(consignmentId)).length];
    const audits = (await auditOf(consignmentId)).length;
    expect(await takeSecondLook(desk.colleague, {}, now())).toEqual({ consignmentId, lookId });
    // Asked again, the same: one at a time.
    expect(await takeSecondLook(desk.colleague, {}, now())).toEqual({ consignmentId, lookId });
    expect([await standing(consignmentId), (await timelineOf(consignmentId)).length]).toEqual(before);
    expect((await auditOf(consignmentId)).slice(audits)).toMatchObject([
      {
        action: 'clearance.take_look',
        actorId: desk.colleague.id,
        officeId: desk.officeId,
        details: { lookId },
      },
    ]);
  });

  it('is for officers and supervisors, in their own offices', async () => {
    await empty();
    await aDrawnRelease();
    await expect(takeSecondLook(desk.analyst, {}, now())).rejects.toThrow(ForbiddenError);
    await expect(takeSecondLook(desk.stranger, { officeId: desk.officeId }, now())).rejects.toThrow(NotFoundError);
    expect(await takeSecondLook(desk.stranger, {}, now())).toBeNull();
    expect(await listSecondLooks(desk.stranger, desk.officeId, now())).toMatchObject({ waiting: 0 });
  });

  it('never gives what the officer decided, acted on or has opened since, whatever the role', async () => {
    await empty();
    const { consignmentId, rowVersion } = await aDrawnRelease();
    expect(await takeSecondLook(desk.officer, {}, now())).toBeNull();
    expect(await takeSecondLook({ ...desk.officer, role: 'supervisor' }, {}, now())).toBeNull();
    const curious = someone('officer', desk.officeId);
    await markViewed(curious, { consignmentId, rowVersion }, now());
    expect(await takeSecondLook(curious, {}, now())).toBeNull();
  });

  it('is never of the person who decided first, by the database either', async () => {
    const { lookId } = await aDrawnRelease();
    const own = { takenBy: desk.officer.id, takenAt: now(), takenUntil: now() };
    const write = db().update(secondLooks).set(own).where(eq(secondLooks.lookId, lookId));
    const state = await write.then(
      () => undefined,
      (error: unknown) => sqlState(error),
    );
    expect(state).toBe(CHECK_VIOLATED);
  });

  it('of two who take at once each gets another, and what was left lying is free again', async () => {
    await empty();
    const looks = [await aDrawnRelease(), await aDrawnRelease()];
    const others = [desk.colleague, someone('officer', desk.officeId)];
    const taken = await Promise.all(others.map((one) => takeSecondLook(one, {}, now())));
    expect(taken.map((one) => one?.lookId).sort()).toEqual(looks.map(({ lookId }) => lookId).sort());
    const third = someone('supervisor', desk.officeId);
    expect(await takeSecondLook(third, {}, now())).toBeNull();
    const later = new Date(Date.now() + 24 * 3_600_000);
    expect((await takeSecondLook(third, {}, later))?.lookId).toBe(looks[0]?.lookId);
  });
});

describe('Blind', () => {
  it('is what no query tells until it is answered: page, queue and search are silent for who looks, and for nobody else', async () => {
    await empty();
    const { consignmentId, reference } = await aDrawnRelease();
    const decided = { ...EMPTY_QUEUE_FILTER, tab: 'decided' } as const;
    const tellsOf = async (actor: typeof desk.colleague) => {
      const queue = await listQueue(actor, decided, null, now());
      return [
        queue.rows.some((row) => row.consignmentId === consignmentId),
        (await findConsignments(actor, reference)).length === 1,
        await getConsignment(actor, consignmentId).then(
          () => true,
          (error: unknown) => !(error instanceof NotFoundError),
        ),
      ];
    };
    expect(await tellsOf(desk.colleague)).toEqual([true, true, true]);
    const taken = await takeSecondLook(desk.colleague, {}, now());
    expect(await tellsOf(desk.colleague)).toEqual([false, false, false]);
    expect(await tellsOf(desk.supervisor)).toEqual([true, true, true]);
    await answerSecondLook(desk.colleague, { ...RELEASE, consignmentId, lookId: taken?.lookId ?? '' }, now());
    expect(await tellsOf(desk.colleague)).toEqual([true, true, true]);
  });

  it('shows the goods as they stood before, and what was decided only with the answer', async () => {
    await empty();
    const { consignmentId, lookId } = await aDrawnRelease();
    await expect(getSecondLook(desk.colleague, consignmentId, now())).rejects.toThrow(NotFoundError);
    await takeSecondLook(desk.colleague, {}, now());
    const blind = await getSecondLook(desk.colleague, consignmentId, now());
    if (blind.state !== 'blind') throw new Error('not blind');
    expect(JSON.stringify(blind.detail)).not.toContain('documents_in_order');
    expect(JSON.stringify(blind.detail)).not.toContain(desk.officer.name);
    expect(blind.detail).toMatchObject({
      row: { status: 'selected', releasedAt: null, decidedAt: null, examinationOutcome: 'none' },
      decisions: [],
      events: [],
    });
    expect(blind.detail.items).toHaveLength(1);
    // It is the look of one officer.
    await expect(getSecondLook(desk.supervisor, consignmentId, now())).rejects.toThrow(NotFoundError);
    await answerSecondLook(desk.colleague, { consignmentId, lookId, answer: 'examine', reason: 'physical' }, now());
    expect(await getSecondLook(desk.colleague, consignmentId, now())).toMatchObject({
      state: 'answered',
      own: { answer: 'examine', reason: 'physical' },
      first: { answer: 'release', reason: 'documents_in_order' },
    });
  });
});

describe('Answering a second look', () => {
  const taken = async () => {
    await empty();
    const { consignmentId, lookId, rowVersion } = await aDrawnRelease();
    await takeSecondLook(desk.colleague, {}, now());
    return { consignmentId, lookId, rowVersion };
  };

  it('keeps what the second would have done, with its audit row, and changes nothing else', async () => {
    const { rowVersion, ...look } = await taken();
    const before = [await standing(look.consignmentId), (await timelineOf(look.consignmentId)).length];
    await answerSecondLook(desk.colleague, { ...look, ...RELEASE, note: 'Same seller' }, now());
    expect(await lookOf(look.lookId)).toMatchObject({ ...RELEASE, note: 'Same seller', takenBy: desk.colleague.id });
    expect([await standing(look.consignmentId), (await timelineOf(look.consignmentId)).length]).toEqual(before);
    expect((await auditOf(look.consignmentId)).at(-1)).toMatchObject({
      action: 'clearance.answer_look',
      officeId: desk.officeId,
      reason: 'Same seller',
      details: { lookId: look.lookId, answer: 'release', lookReason: 'documents_in_order' },
    });
  });

  it('is for officers of the office, and for who took it alone', async () => {
    const { rowVersion, ...look } = await taken();
    const wish = { ...look, ...RELEASE };
    await expect(answerSecondLook(desk.analyst, wish, now())).rejects.toThrow(ForbiddenError);
    await expect(answerSecondLook(desk.stranger, wish, now())).rejects.toThrow(NotFoundError);
    expect(await refusalOf(answerSecondLook(desk.supervisor, wish, now()))).toEqual(['look.not_taken']);
    expect(await refusalOf(answerSecondLook(desk.officer, wish, now()))).toEqual(['look.own']);
  });

  it('is given once: of two at once one is told that it was', async () => {
    const { rowVersion, ...look } = await taken();
    const both = await Promise.allSettled(
      [1, 2].map(() => answerSecondLook(desk.colleague, { ...look, ...RELEASE }, now())),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(RefusedError);
    expect(lost?.reason.reasons).toMatchObject([{ code: 'look.answered' }]);
  });

  it('is refused where the first decision was taken back, or the second has opened the consignment since', async () => {
    const back = await taken();
    const { consignmentId, lookId, rowVersion } = back;
    await undoDecision(desk.officer, { consignmentId, rowVersion }, now());
    expect(await refusalOf(answerSecondLook(desk.colleague, { consignmentId, lookId, ...RELEASE }, now()))).toEqual([
      'look.lapsed',
    ]);
    const seen = await taken();
    await markViewed(desk.colleague, { consignmentId: seen.consignmentId, rowVersion: seen.rowVersion }, now());
    const late = answerSecondLook(
      desk.colleague,
      { consignmentId: seen.consignmentId, lookId: seen.lookId, ...RELEASE },
      now(),
    );
    expect(await refusalOf(late)).toEqual(['look.seen']);
  });
});

describe('The results', () => {
  it('tell how far officers agree, by kind, and name nobody; each office its own', async () => {
    await empty();
    const { consignmentId, reference } = await aDrawnRelease();
    const { receivedOn } = await standing(consignmentId);
    const [decision] = await db().select().from(secondLooks);
    if (!decision) throw new Error('nothing drawn');
    await empty();
    const looked = (answer: 'release' | 'examine' | 'no_view', firstChoice: 'release' | 'examine', count: number) =>
      Array.from({ length: count }, () => ({
        ...{ consignmentId, lookId: firstChoice === 'examine' ? randomUUID() : decision.lookId, receivedOn },
        ...({ officeId: desk.officeId, kind: 'by_data', firstChoice, firstReason: 'physical', version: 1 } as const),
        ...{
          firstBy: desk.officer.id,
          probability: '0.05',
          drawnAt: now(),
          takenBy: desk.colleague.id,
          takenAt: now(),
        },
        ...{ takenUntil: now(), answeredAt: now(), answer, reason: 'physical', note: 'Seen' },
      }));
    await db()
      .insert(secondLooks)
      .values([
        ...looked('examine', 'examine', 6),
        ...looked('release', 'examine', 3),
        ...looked('no_view', 'examine', 1),
        ...looked('release', 'release', 1),
      ]);
    const { results, differing } = await secondLookResults(desk.supervisor, now());
    expect(results.map(({ kind, of, noView }) => [kind, of, noView])).toEqual([
      ['by_data', 10, 1],
      ['after_examination', 0, 0],
      ['all', 10, 1],
    ]);
    expect(results[0]?.agreed).toMatchObject({ hits: 7, of: 10 });
    // 0.70 equal, 0.58 by chance: 0.12 of 0.42.
    expect(results[0]?.kappa?.value).toBeCloseTo(0.286, 3);
    expect(differing).toHaveLength(3);
    expect(differing[0]).toMatchObject({ reference, first: 'examine', second: 'release' });
    const told = JSON.stringify({ results, differing });
    for (const { id, name } of [desk.officer, desk.colleague]) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(name);
    }
    await expect(secondLookResults(desk.officer, now())).rejects.toThrow(ForbiddenError);
    const elsewhere = someone('supervisor', 'BELGG');
    expect((await secondLookResults(elsewhere, now())).results[2]).toMatchObject({ of: 0, agreed: null, kappa: null });
    await db()
      .delete(secondLooks)
      .where(and(eq(secondLooks.officeId, desk.officeId)));
  });
});
