import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { markViewed } from '@/db/commands/consignment/mark-viewed';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { db } from '@/db/connection';
import { listSecondLooks } from '@/db/queries/second-look/list-second-looks';
import { secondLooks } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { isDrawn } from '@/lib/clearance/second-look';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { aDrawnRelease, noLooks, now } from '../../support/a-second-look';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

const CHECK_VIOLATED = '23514';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const RELEASE = { answer: 'release', reason: 'documents_in_order' } as const;
const lookOf = async (lookId: string) =>
  (await db().select().from(secondLooks).where(eq(secondLooks.lookId, lookId)))[0];

describe('A share of what one officer decides alone', () => {
  it('is drawn by its own id, with the chance kept, and holds nothing up', async () => {
    await noLooks();
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
    await noLooks();
    const { consignmentId, lookId } = await aDrawnRelease(desk);
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
    await noLooks();
    await aDrawnRelease(desk);
    await expect(takeSecondLook(desk.analyst, {}, now())).rejects.toThrow(ForbiddenError);
    await expect(takeSecondLook(desk.stranger, { officeId: desk.officeId }, now())).rejects.toThrow(NotFoundError);
    expect(await takeSecondLook(desk.stranger, {}, now())).toBeNull();
    expect(await listSecondLooks(desk.stranger, desk.officeId, now())).toMatchObject({ waiting: 0 });
  });

  it('never gives what the officer decided, acted on or has opened since, whatever the role', async () => {
    await noLooks();
    const { consignmentId, rowVersion } = await aDrawnRelease(desk);
    expect(await takeSecondLook(desk.officer, {}, now())).toBeNull();
    expect(await takeSecondLook({ ...desk.officer, role: 'supervisor' }, {}, now())).toBeNull();
    const curious = someone('officer', desk.officeId);
    await markViewed(curious, { consignmentId, rowVersion }, now());
    expect(await takeSecondLook(curious, {}, now())).toBeNull();
  });

  it('is never of the person who decided first, by the database either', async () => {
    const { lookId } = await aDrawnRelease(desk);
    const own = { takenBy: desk.officer.id, takenAt: now(), takenUntil: now() };
    const write = db().update(secondLooks).set(own).where(eq(secondLooks.lookId, lookId));
    const state = await write.then(
      () => undefined,
      (error: unknown) => sqlState(error),
    );
    expect(state).toBe(CHECK_VIOLATED);
  });

  it('of two who take at once each gets another, and what was left lying is free again', async () => {
    await noLooks();
    const looks = [await aDrawnRelease(desk), await aDrawnRelease(desk)];
    const others = [desk.colleague, someone('officer', desk.officeId)];
    const taken = await Promise.all(others.map((one) => takeSecondLook(one, {}, now())));
    expect(taken.map((one) => one?.lookId).sort()).toEqual(looks.map(({ lookId }) => lookId).sort());
    const third = someone('supervisor', desk.officeId);
    expect(await takeSecondLook(third, {}, now())).toBeNull();
    const later = new Date(Date.now() + 24 * 3_600_000);
    expect((await takeSecondLook(third, {}, later))?.lookId).toBe(looks[0]?.lookId);
  });
});

describe('Answering a second look', () => {
  const taken = async () => {
    await noLooks();
    const { consignmentId, lookId, rowVersion } = await aDrawnRelease(desk);
    await takeSecondLook(desk.colleague, {}, now());
    return { consignmentId, lookId, rowVersion };
  };

  it('keeps what the second would have done, with its audit row, and changes nothing else', async () => {
    const { rowVersion: _seen, ...look } = await taken();
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
    const { rowVersion: _seen, ...look } = await taken();
    const wish = { ...look, ...RELEASE };
    await expect(answerSecondLook(desk.analyst, wish, now())).rejects.toThrow(ForbiddenError);
    await expect(answerSecondLook(desk.stranger, wish, now())).rejects.toThrow(NotFoundError);
    expect(await refusalOf(answerSecondLook(desk.supervisor, wish, now()))).toEqual(['look.not_taken']);
    expect(await refusalOf(answerSecondLook(desk.officer, wish, now()))).toEqual(['look.own']);
  });

  it('lapses where two officers reversed what was decided first', async () => {
    const { rowVersion, ...look } = await taken();
    const later = new Date(Date.now() + 3_600_000);
    const { consignmentId } = look;
    const reversal = { consignmentId, rowVersion, kind: 'reverse', ground: 'against_the_law', note: 'Wrong' } as const;
    const asked = await decideConsignment(desk.officer, reversal, later);
    const { decisionId } = asked;
    await viewProposal(desk.supervisor, { consignmentId, decisionId }, later);
    expect(await listSecondLooks(desk.supervisor, desk.officeId, now())).toMatchObject({ waiting: 1 });
    await confirmProposal(desk.supervisor, { consignmentId, decisionId, rowVersion: asked.rowVersion }, later);
    expect(await listSecondLooks(desk.supervisor, desk.officeId, now())).toMatchObject({ waiting: 0 });
    expect(await refusalOf(answerSecondLook(desk.colleague, { ...look, ...RELEASE }, now()))).toEqual(['look.lapsed']);
  });

  it('is given once: of two at once one is told that it was', async () => {
    const { rowVersion: _seen, ...look } = await taken();
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
