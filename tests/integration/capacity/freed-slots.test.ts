import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockSlots } from '@/db/commands/capacity/lock-slots';
import { refillSlots } from '@/db/commands/capacity/refill-slots';
import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { db } from '@/db/connection';
import { dayPool } from '@/db/queries/capacity/day-pool';
import { getCapacity } from '@/db/queries/capacity/get-capacity';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { capacityRevisions, clearances, selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { NO_LIMIT, type Slots } from '@/lib/capacity/slots';
import type { Lane } from '@/lib/consignment/codes';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt, consignmentsLike, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let day = dayOf(NOW);
beforeAll(async () => {
  desk = await aDesk();
});
// Each test has a day of its own, whose slots are free.
beforeEach(() => {
  day = addDays(day, 1);
});

const planned = async (slots: Slots) => {
  const { length } = await db().select().from(capacityRevisions);
  const input = { officeId: desk.officeId, day, scope: 'day', ...slots, revision: length, reason: 'By the shift plan' };
  return setCapacity(desk.supervisor, { ...input, scope: 'day' as const }, NOW);
};
const coming = (score: number, lane: Lane = 'yellow', reason: 'score' | 'mandatory' = 'score') =>
  aConsignment(desk, inLane(lane, reason), withScore(score), arrivingAt(new Date(`${day}T15:00:00Z`)));
/** An instant at which a decision made at `NOW` can be undone no more. */
const afterUndo = async () => minutesLater((await policyInForce(db(), dayOf(NOW))).undoMinutes + 1);
/** What a refill told of days that failed. */
const faultsOf = async (run: () => Promise<unknown>) => {
  const lines: string[] = [];
  const log = vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  await run().finally(() => log.mockRestore());
  return lines.map((line) => JSON.parse(line) as { event: string; controlOn: string });
};
const selectedAs = (consignmentId: string, changes: Partial<typeof selections.$inferInsert>) =>
  db().update(selections).set(changes).where(eq(selections.consignmentId, consignmentId));
const withdrawn = (consignmentId: string) =>
  db().update(clearances).set({ status: 'withdrawn' }).where(eq(clearances.consignmentId, consignmentId));
const use = async (control: 'documents' | 'nii' | 'physical', at = NOW) =>
  (await getCapacity(desk.supervisor, { officeId: desk.officeId, day }, at)).use.controls.find(
    (one) => one.control === control,
  );

describe('a slot that comes free', () => {
  it('of a withdrawn consignment goes to the worthiest that waits, with event, audit row and statistics', async () => {
    const [first, second, third] = [await coming(50), await coming(40), await coming(30)];
    await planned({ documents: 1, nii: 0, physical: 0 });
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(0);
    await withdrawn(first.consignmentId);
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(1);
    expect(await standing(second.consignmentId)).toMatchObject({
      ...{ status: 'selected', laneEffective: 'yellow', selectionReason: 'score', releasedAt: null },
    });
    expect((await standing(third.consignmentId)).status).toBe('released');
    expect((await timelineOf(second.consignmentId)).at(-1)).toMatchObject({
      ...{ kind: 'given_slot', actorName: SYSTEM_ACTOR.name, values: { because: 'freed', to: 'documents' } },
    });
    expect((await auditOf(second.consignmentId)).at(-1)).toMatchObject({ action: 'clearance.given_slot' });
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(0);
    // As it was sent: withdrawing it was not the matter here.
    await db().update(clearances).set({ status: 'selected' }).where(eq(clearances.consignmentId, first.consignmentId));
    await expectStatisticsToAgree();
  });

  it('is that of goods that were decided without anybody looking at them', async () => {
    const opened = await coming(80, 'red');
    const waits = await coming(60, 'red');
    const later = await afterUndo();
    await planned({ documents: 0, nii: 0, physical: 1 });
    expect(await use('physical')).toMatchObject({ slots: 1, ranked: 1, free: 0 });
    const seen = { consignmentId: opened.consignmentId, rowVersion: 1 };
    const note = 'The sender is known and the papers are clear.';
    await releaseConsignment(desk.officer, { ...seen, ground: 'risk_not_confirmed', note }, NOW);
    expect(await use('physical', later)).toMatchObject({ slots: 1, ranked: 0, free: 1 });
    expect(await refillSlots(SYSTEM_ACTOR, later)).toBe(1);
    expect(await standing(waits.consignmentId)).toMatchObject({ status: 'selected', laneEffective: 'red' });
    await expectStatisticsToAgree();
  });

  it('stays used where papers were checked and decided', async () => {
    const checked = await coming(50);
    const waits = await coming(40);
    await planned({ documents: 1, nii: 0, physical: 0 });
    const seen = { consignmentId: checked.consignmentId, rowVersion: 1 };
    await releaseConsignment(desk.officer, { ...seen, ground: 'risk_not_confirmed' }, NOW);
    expect(await use('documents')).toMatchObject({ ranked: 1, free: 0 });
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(0);
    expect((await standing(waits.consignmentId)).status).toBe('released');
  });

  it('is not given away as long as the decision that freed it can be undone', async () => {
    const opened = await coming(80, 'red');
    const waits = await coming(60, 'red');
    await planned({ documents: 0, nii: 0, physical: 1 });
    const note = 'The sender is known and the papers are clear.';
    const seen = { consignmentId: opened.consignmentId, rowVersion: 1 };
    const { rowVersion } = await releaseConsignment(desk.officer, { ...seen, ground: 'risk_not_confirmed', note }, NOW);
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(0);
    await undoDecision(desk.officer, { consignmentId: opened.consignmentId, rowVersion, note }, NOW);
    expect(await refillSlots(SYSTEM_ACTOR, await afterUndo())).toBe(0);
    expect(await use('physical')).toMatchObject({ slots: 1, ranked: 1, free: 0 });
    expect((await standing(waits.consignmentId)).status).toBe('released');
  });

  it('of the draw goes to one that was drawn and waits', async () => {
    const reds = await consignmentsLike(
      desk,
      9,
      inLane('red'),
      withScore(80),
      arrivingAt(new Date(`${day}T15:00:00Z`)),
    );
    const [drawn, other] = [await coming(20), await coming(30)];
    await planned({ documents: 0, nii: 0, physical: 10 });
    await selectedAs(drawn.consignmentId, { isDrawn: true, drawProbability: 0.5 });
    expect(await use('physical')).toMatchObject({ slots: 10, ranked: reds.length, free: 1 });
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(1);
    expect(await standing(drawn.consignmentId)).toMatchObject({
      ...{ status: 'selected', laneEffective: 'red', selectionReason: 'random' },
    });
    expect((await standing(other.consignmentId)).status).toBe('released');
    await expectStatisticsToAgree();
  });

  it('goes to goods with a lesser control, though papers are without limit and nobody waits', async () => {
    const [first, second] = [await coming(80, 'red'), await coming(70, 'red')];
    await planned({ documents: null, nii: 0, physical: 1 });
    expect(await standing(second.consignmentId)).toMatchObject({ laneEffective: 'yellow' });
    await withdrawn(first.consignmentId);
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(0);
    expect(await standing(second.consignmentId)).toMatchObject({ status: 'selected', laneEffective: 'red' });
  });

  it('locks no day on which what is free is for nobody who waits, or taken by an ordered examination', async () => {
    const papers = await coming(50);
    await coming(40);
    await planned({ documents: 1, nii: 0, physical: 1 });
    const look = () =>
      faultsOf(() =>
        inTransaction(async (tx) => {
          await lockSlots(tx, [desk.officeId], { today: dayOf(NOW), otherwise: NO_LIMIT });
          await refillSlots(SYSTEM_ACTOR, NOW, 50);
        }),
      );
    expect(await look()).toEqual([]);
    const waits = await coming(60, 'red');
    await selectedAs(waits.consignmentId, { outcome: 'no_capacity', control: null });
    await db()
      .update(clearances)
      .set({ status: 'released', selectionReason: 'no_capacity', releasedAt: NOW })
      .where(eq(clearances.consignmentId, waits.consignmentId));
    // Somebody waits for the examination that is free: now the day is asked for, and found held by another.
    expect(await look()).toMatchObject([{ event: 'capacity.refill_failed', controlOn: day }]);
    const claim = await claimConsignment(desk.officer, { consignmentId: papers.consignmentId, rowVersion: 1 }, NOW);
    const seen = { consignmentId: papers.consignmentId, rowVersion: claim.rowVersion };
    await orderExamination(desk.officer, { ...seen, kind: 'physical', instruction: null }, NOW);
    expect(await look()).toEqual([]);
  });

  it('of one day is given though another day fails, and what failed is told', async () => {
    const failing = day;
    const [first, held] = [await coming(50), await coming(40)];
    await planned({ documents: 1, nii: 0, physical: 0 });
    await withdrawn(first.consignmentId);
    day = addDays(day, 1);
    const [other, waits] = [await coming(50), await coming(40)];
    await planned({ documents: 1, nii: 0, physical: 0 });
    await withdrawn(other.consignmentId);
    const faults = await faultsOf(() =>
      inTransaction(async (tx) => {
        await tx.select().from(clearances).where(eq(clearances.consignmentId, held.consignmentId)).for('update');
        expect(await refillSlots(SYSTEM_ACTOR, NOW, 200)).toBe(1);
      }),
    );
    expect(faults).toMatchObject([{ event: 'capacity.refill_failed', controlOn: failing }]);
    expect((await standing(waits.consignmentId)).status).toBe('selected');
    expect(await refillSlots(SYSTEM_ACTOR, NOW)).toBe(1);
    expect((await standing(held.consignmentId)).status).toBe('selected');
  });

  it('is given out by nobody but the worker', async () => {
    await expect(refillSlots(desk.supervisor, NOW)).rejects.toThrow(ForbiddenError);
  });
});

describe('an examination that an officer orders', () => {
  it('counts as used on its day, and worth is given the slot no more', async () => {
    const papers = await coming(50);
    await planned({ documents: 5, nii: 0, physical: 1 });
    const claim = await claimConsignment(desk.officer, { consignmentId: papers.consignmentId, rowVersion: 1 }, NOW);
    const seen = { consignmentId: papers.consignmentId, rowVersion: claim.rowVersion };
    await orderExamination(desk.officer, { ...seen, kind: 'physical', instruction: null }, NOW);
    expect(await use('physical')).toMatchObject({ slots: 1, ordered: 1, ranked: 0, free: 0 });
    expect(await use('documents')).toMatchObject({ ordered: 0, ranked: 1 });
    const pool = await dayPool(db(), desk.officeId, day, NOW);
    expect(pool.occupants.filter(({ control }) => control === 'physical')).toMatchObject([
      { id: papers.consignmentId, outcome: 'mandatory', isMovable: false },
    ]);
  });

  it('counts as used for the page as it does for selection, also where nothing is planned any more', async () => {
    const papers = await coming(50);
    await planned({ documents: 5, nii: 0, physical: 1 });
    const claim = await claimConsignment(desk.officer, { consignmentId: papers.consignmentId, rowVersion: 1 }, NOW);
    const seen = { consignmentId: papers.consignmentId, rowVersion: claim.rowVersion };
    await orderExamination(desk.officer, { ...seen, kind: 'physical', instruction: null }, NOW);
    await selectedAs(papers.consignmentId, { outcome: 'no_capacity', control: null });
    const { occupants } = await dayPool(db(), desk.officeId, day, NOW);
    expect((await use('physical'))?.ordered).toBe(occupants.filter(({ control }) => control === 'physical').length);
  });
});

it('an order that takes the last slot of its kind is the reason told of what goes to a milder control', async () => {
  const [papers, planned1] = [await coming(50), await coming(80, 'red')];
  const waits = await coming(40);
  await planned({ documents: 1, nii: 1, physical: 1 });
  expect(await standing(planned1.consignmentId)).toMatchObject({ status: 'selected' });
  const claim = await claimConsignment(desk.officer, { consignmentId: papers.consignmentId, rowVersion: 1 }, NOW);
  const seen = { consignmentId: papers.consignmentId, rowVersion: claim.rowVersion };
  await orderExamination(desk.officer, { ...seen, kind: 'physical', instruction: null }, NOW);
  expect((await standing(waits.consignmentId)).status).toBe('released');
  await refillSlots(SYSTEM_ACTOR, NOW);
  expect((await auditOf(planned1.consignmentId)).at(-1)).toMatchObject({
    action: 'clearance.control_changed',
    details: {
      ...{ because: 'ordered', from: 'physical', to: 'nii' },
      before: { status: 'selected' },
      after: { status: 'selected' },
    },
  });
});
