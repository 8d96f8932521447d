import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { takeNext } from '@/db/commands/clearance/take-next';
import { db } from '@/db/connection';
import { returnLeases } from '@/db/jobs/return-leases';
import { wakeSnoozed } from '@/db/jobs/wake-snoozed';
import { countQueueTabs } from '@/db/queries/clearance/count-queue-tabs';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { queueChanges } from '@/db/queries/clearance/queue-changes';
import { clearances, contributions } from '@/db/schema';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aConsignment, arrivingAt, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, describeCommand, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  await db().delete(clearances);
  await db().delete(contributions);
});

const seen = ({ consignmentId }: { consignmentId: string }, rowVersion = 1) => ({ consignmentId, rowVersion });
const FOR_PAPERS = {
  event: 'time',
  until: minutesLater(60),
  reason: 'awaits_papers',
  note: 'Invoice is on its way',
} as const;
const listed = async (by: Actor, at = NOW, cursor: string | null = null) =>
  (await listQueue(by, EMPTY_QUEUE_FILTER, cursor, at)).rows.map((row) => row.consignmentId);
const taken = async (by: Actor, at = NOW) => (await takeNext(by, {}, at))?.consignmentId;

describeCommand('Putting off', {
  desk: () => desk,
  audit: 'clearance.snooze',
  event: 'snoozed',
  prepare: async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(90)));
    return {
      consignmentId: placed.consignmentId,
      act: (actor) => snoozeConsignment(actor, { ...seen(placed), ...FOR_PAPERS }, NOW),
    };
  },
  check: (row) => expect(row).toMatchObject({ claimedBy: null, snoozedUntil: minutesLater(60) }),
});

describeCommand('Passing on', {
  desk: () => desk,
  audit: 'clearance.skip',
  event: 'skipped',
  prepare: async () => {
    const placed = await aConsignment(desk);
    return {
      consignmentId: placed.consignmentId,
      act: (actor) => skipConsignment(actor, { ...seen(placed), reason: 'needs_specialist' }, NOW),
    };
  },
  check: (row) => expect(row).toMatchObject({ claimedBy: null, skippedBy: [desk.officer.id] }),
});

describe('A consignment that is put off', () => {
  it('leaves the queue, stands in its own tab, and is given to nobody', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(90)));
    await snoozeConsignment(desk.officer, { ...seen(placed), ...FOR_PAPERS }, NOW);
    expect(await listed(desk.colleague)).toEqual([]);
    expect(await taken(desk.colleague)).toBeUndefined();
    expect(await countQueueTabs(desk.officer, EMPTY_QUEUE_FILTER, NOW)).toMatchObject({ new: 0, snoozed: 1 });
    const { rows } = await listQueue(desk.colleague, { ...EMPTY_QUEUE_FILTER, tab: 'snoozed' }, null, NOW);
    expect(rows).toMatchObject([
      { snooze: { byName: 'A. Kaya', reason: 'awaits_papers', note: 'Invoice is on its way', isOver: false } },
    ]);
  });

  it('comes back when its time is over, before what is as urgent, and says who, until when and why', async () => {
    const later = await aConsignment(desk, arrivingAt(minutesLater(400)));
    const sooner = await aConsignment(desk, arrivingAt(minutesLater(300)));
    await snoozeConsignment(desk.officer, { ...seen(later), ...FOR_PAPERS }, NOW);
    expect(await wakeSnoozed(minutesLater(59))).toBe(0);
    expect(await wakeSnoozed(minutesLater(60))).toBe(1);
    const { rows } = await listQueue(desk.colleague, EMPTY_QUEUE_FILTER, null, minutesLater(61));
    expect(rows.map((row) => row.consignmentId)).toEqual([later.consignmentId, sooner.consignmentId]);
    expect(rows[0]?.snooze).toMatchObject({ byName: 'A. Kaya', until: minutesLater(60).toISOString(), isOver: true });
    expect((await timelineOf(later.consignmentId)).map(({ kind }) => kind)).toEqual(['snoozed', 'snooze_over']);
    expect((await auditOf(later.consignmentId)).map(({ action }) => action)).toContain('clearance.wake');
    expect(await taken(desk.colleague, minutesLater(61))).toBe(later.consignmentId);
    expect(await standing(later.consignmentId)).toMatchObject({ snooze: { byName: 'A. Kaya' } });
  });

  it('does not go before what is more urgent', async () => {
    const later = await aConsignment(desk, arrivingAt(minutesLater(400)));
    const near = await aConsignment(desk, arrivingAt(minutesLater(90)));
    await snoozeConsignment(desk.officer, { ...seen(later), ...FOR_PAPERS }, NOW);
    await wakeSnoozed(minutesLater(61));
    expect(await listed(desk.officer, minutesLater(61))).toEqual([near.consignmentId, later.consignmentId]);
    expect(await taken(desk.officer, minutesLater(61))).toBe(near.consignmentId);
  });

  it('comes back on new data, whatever it waits for', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(400)));
    await snoozeConsignment(desk.officer, { ...seen(placed), event: 'arrival', reason: 'awaits_arrival' }, NOW);
    expect(await standing(placed.consignmentId)).toMatchObject({ snoozedUntil: minutesLater(400) });
    await db().update(clearances).set({ isUpdated: true });
    expect(await wakeSnoozed(minutesLater(1))).toBe(1);
    const [, over] = await timelineOf(placed.consignmentId);
    expect(over).toMatchObject({ kind: 'snooze_over', values: { waitsFor: 'new_data' } });
  });

  it('until its score rises stays put off on new data that do not raise it, and comes back on those that do', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(400)), withScore(40));
    const wish = { event: 'score_rises', until: minutesLater(200), reason: 'awaits_advice' } as const;
    await snoozeConsignment(desk.officer, { ...seen(placed), ...wish }, NOW);
    expect((await standing(placed.consignmentId)).snooze).toMatchObject({ scoreSeen: 40, event: 'score_rises' });
    await db().update(clearances).set({ isUpdated: true });
    expect(await wakeSnoozed(minutesLater(1))).toBe(0);
    await db().update(clearances).set({ score: 41 });
    expect(await wakeSnoozed(minutesLater(2))).toBe(1);
    const [, over] = await timelineOf(placed.consignmentId);
    expect(over).toMatchObject({ kind: 'snooze_over', values: { waitsFor: 'score_rises' } });
    // At the latest it comes back at its time, new data or not.
    const other = await aConsignment(desk, arrivingAt(minutesLater(400)));
    await snoozeConsignment(desk.officer, { ...seen(other), ...wish }, NOW);
    expect(await wakeSnoozed(minutesLater(200))).toBe(1);
    expect((await timelineOf(other.consignmentId)).at(-1)).toMatchObject({ values: { waitsFor: 'time' } });
  });

  it('is put off no more once somebody claims it, and forgotten once it is decided', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(90)));
    const put = await snoozeConsignment(desk.officer, { ...seen(placed), ...FOR_PAPERS }, NOW);
    const claim = await claimConsignment(desk.colleague, seen(placed, put.rowVersion), NOW);
    expect(await standing(placed.consignmentId)).toMatchObject({ snoozedUntil: null, snooze: null });
    const again = { ...seen(placed, claim.rowVersion), ...FOR_PAPERS };
    expect(await refusalOf(snoozeConsignment(desk.officer, again, NOW))).toEqual(['claim.held']);
    await snoozeConsignment(desk.colleague, again, NOW);
    await wakeSnoozed(minutesLater(60));
    const { rowVersion } = await standing(placed.consignmentId);
    const release = { ...seen(placed, rowVersion), ground: 'risk_not_confirmed', note: 'Papers seen' } as const;
    await releaseConsignment(desk.supervisor, release, minutesLater(61));
    expect(await standing(placed.consignmentId)).toMatchObject({ snooze: null, wokeAt: null });
  });

  it('whose lease ran out meanwhile is not put off by the late write of a paused browser', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(400)));
    const claim = await claimConsignment(desk.officer, seen(placed), NOW);
    await returnLeases(minutesLater(30));
    const late = { ...seen(placed, claim.rowVersion), ...FOR_PAPERS };
    expect(await refusalOf(snoozeConsignment(desk.officer, late, minutesLater(31)))).toEqual(['claim.expired']);
    expect(await standing(placed.consignmentId)).toMatchObject({ snoozedUntil: null });
  });
});

describe('A consignment that is passed on', () => {
  it('goes to a colleague, and to its officer no more until somebody decided', async () => {
    const placed = await aConsignment(desk, arrivingAt(minutesLater(90)));
    const other = await aConsignment(desk, arrivingAt(minutesLater(95)));
    await skipConsignment(desk.officer, { ...seen(placed), reason: 'language' }, NOW);
    expect(await taken(desk.officer)).toBe(other.consignmentId);
    expect(await taken(desk.officer)).toBeUndefined();
    const { rows } = await listQueue(desk.officer, EMPTY_QUEUE_FILTER, null, NOW);
    expect(rows).toMatchObject([{ consignmentId: placed.consignmentId, isPassedOn: true }]);
    expect(await taken(desk.colleague)).toBe(placed.consignmentId);
  });

  it('needs words for another reason', async () => {
    const placed = await aConsignment(desk);
    const act = skipConsignment(desk.officer, { ...seen(placed), reason: 'other' }, NOW);
    expect(await refusalOf(act)).toEqual(['skip.note_required']);
  });
});

describe('The top of the queue', () => {
  it('holds what came back once, on the first page alone, and tells of it as of a new row', async () => {
    const rest = await Promise.all(
      Array.from({ length: 52 }, (_, index) => aConsignment(desk, arrivingAt(minutesLater(200 + index)))),
    );
    const back = await aConsignment(desk, arrivingAt(minutesLater(245)));
    const first = await listQueue(desk.officer, EMPTY_QUEUE_FILTER, null, NOW);
    await snoozeConsignment(desk.officer, { ...seen(back), ...FOR_PAPERS, until: minutesLater(5) }, NOW);
    await wakeSnoozed(minutesLater(5));
    const now = minutesLater(6);
    const top = await listQueue(desk.officer, EMPTY_QUEUE_FILTER, null, now);
    expect(top.rows[0]?.consignmentId).toBe(back.consignmentId);
    const second = await listQueue(desk.officer, EMPTY_QUEUE_FILTER, top.next, now);
    const all = [...top.rows, ...second.rows].map((row) => row.consignmentId);
    expect(all).toHaveLength(rest.length + 1);
    expect(new Set(all).size).toBe(all.length);
    const shown = ({ rows, next }: typeof top, after: string | null) => ({
      rows: rows.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion })),
      after,
      until: next,
    });
    const told = async (page: typeof top, after: string | null) =>
      (await queueChanges(desk.officer, EMPTY_QUEUE_FILTER, shown(page, after), now)).newRows;
    expect(await told(top, null)).toBe(0);
    expect(await told(second, top.next)).toBe(0);
    const without = { ...first, rows: first.rows.filter((row) => row.consignmentId !== back.consignmentId) };
    expect(await told(without, null)).toBe(1);
  });

  it('is narrowed like the queue: take next gives what the officer sees first', async () => {
    await aConsignment(desk, arrivingAt(minutesLater(100)), withScore(10));
    const red = await aConsignment(desk, inLane('red'), arrivingAt(minutesLater(300)), withScore(90));
    const query = { lane: 'red', score: '50', tab: 'mine' };
    expect((await takeNext(desk.officer, { query }, NOW))?.consignmentId).toBe(red.consignmentId);
    expect(await takeNext(desk.officer, { query }, NOW)).toBeNull();
  });
});

describe('What was put off or passed on', () => {
  it('bears no mark of it any more once new data release it, and is left alone by whoever wakes', async () => {
    const gift = { reference: 'PUT-OFF-1', description: 'AC-1184', value: '149.00' };
    await sendSubmission(desk.partner, csvOf([gift]));
    const id = consignmentIdOf(desk.partnerId, 'PUT-OFF-1');
    const now = new Date();
    const later = { ...FOR_PAPERS, until: new Date(now.getTime() + 3_600_000) };
    expect((await standing(id)).status).toBe('selected');
    await skipConsignment(desk.officer, { ...seen({ consignmentId: id }), reason: 'language' }, now);
    const { rowVersion } = await standing(id);
    await snoozeConsignment(desk.colleague, { ...seen({ consignmentId: id }, rowVersion), ...later }, now);
    await sendSubmission(
      desk.partner,
      csvOf([{ ...gift, description: 'Cotton T-shirt, knitted, printed', value: '14.50' }]),
    );
    const released = await standing(id);
    expect(released).toMatchObject({ status: 'released', snoozedUntil: null, snooze: null, skippedBy: null });
    expect(await wakeSnoozed(new Date(now.getTime() + 2 * 3_600_000))).toBe(0);
    expect(await standing(id)).toEqual(released);
  });
});
