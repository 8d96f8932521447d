import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { countQueueTabs } from '@/db/queries/clearance/count-queue-tabs';
import { countWaitingByOffice } from '@/db/queries/clearance/count-waiting-by-office';
import { listQueue, QUEUE_PAGE } from '@/db/queries/clearance/list-queue';
import { queueChanges } from '@/db/queries/clearance/queue-changes';
import type { QueueRow } from '@/db/queries/clearance/queue-row';
import { supervisionOverview } from '@/db/queries/clearance/supervision-overview';
import { clearances } from '@/db/schema';
import { EMPTY_QUEUE_FILTER, QUEUE_TABS, type QueueFilter } from '@/lib/clearance/queue-filter';
import { WAITING_COUNTED } from '@/lib/clearance/waiting';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import {
  aConsignment,
  arrivingAt,
  byChannel,
  consignmentsLike,
  inLane,
  type Placed,
  withIndicators,
  withItems,
  withReference,
  withS10,
  withScore,
} from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  await db().delete(clearances);
});

const filter = (changes: Partial<QueueFilter> = {}): QueueFilter => ({ ...EMPTY_QUEUE_FILTER, ...changes });
const seen = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });
const shown = (rows: readonly QueueRow[]) =>
  rows.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion }));

async function wholeTab(changes: Partial<QueueFilter> = {}): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await listQueue(desk.officer, filter(changes), cursor, NOW);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** One consignment for each tab. */
async function oneOfEach() {
  const free = await aConsignment(desk);
  const mine = await aConsignment(desk);
  await claimConsignment(desk.officer, seen(mine), NOW);
  const asked = await aConsignment(desk);
  const question = { type: 'rfi', question: 'Which model is it?', dueAt: minutesLater(60) } as const;
  await referConsignment(desk.officer, { ...seen(asked), ...question }, NOW);
  const examined = await aConsignment(desk);
  await orderExamination(desk.officer, { ...seen(examined), kind: 'nii' }, NOW);
  const released = await aConsignment(desk);
  await releaseConsignment(desk.officer, { ...seen(released), ground: 'documents_in_order' }, NOW);
  const others = await aConsignment(desk);
  await claimConsignment(desk.colleague, seen(others), NOW);
  return { free, mine, asked, examined, released };
}

describe('The queue', () => {
  it('goes by time left to act, within a flight by score, and through all pages once', async () => {
    await consignmentsLike(desk, 60, arrivingAt(minutesLater(120)));
    const soon = await aConsignment(desk, arrivingAt(minutesLater(30)), withScore(5));
    const high = await aConsignment(desk, arrivingAt(minutesLater(120)), withScore(90));
    const first = await listQueue(desk.officer, filter(), null, NOW);
    expect(first.rows).toHaveLength(QUEUE_PAGE);
    expect(first.rows.slice(0, 2).map((row) => row.consignmentId)).toEqual([soon.consignmentId, high.consignmentId]);
    const all = await wholeTab();
    expect(all).toHaveLength(62);
    expect(new Set(all.map((row) => row.consignmentId)).size).toBe(62);
  });

  it('puts each consignment on its tab, and counts on every tab what its pages list', async () => {
    const placed = await oneOfEach();
    const counts = await countQueueTabs(desk.officer, filter(), NOW);
    for (const tab of QUEUE_TABS) expect(await wholeTab({ tab }), tab).toHaveLength(counts[tab]);
    expect(counts).toEqual({ new: 1, mine: 1, waiting: 1, snoozed: 0, kept: 0, examination: 1, second: 0, decided: 1 });
    expect((await wholeTab({ tab: 'decided' })).map((row) => row.consignmentId)).toEqual([
      placed.released.consignmentId,
    ]);
    expect(await wholeTab({ tab: 'mine' })).toMatchObject([{ holder: 'self', claimedByName: 'A. Kaya' }]);
  });

  it('keeps to every part of the filter, in rows and in counts', async () => {
    // The weakest of four: the filter knows every reason, not only those the row has room for.
    const indicators = (['splitting', 'stop_word', 'routing', 'undervaluation'] as const).map((code, index) => {
      return { code, points: 40 - index, values: {}, pointers: [] };
    });
    const wanted = await aConsignment(
      desk,
      inLane('red'),
      withScore(80),
      byChannel('post'),
      withReference('FIND-ME-100%'),
      withIndicators(indicators),
      withS10('RR473124829GB'),
    );
    await consignmentsLike(desk, 3);
    const parts: Partial<QueueFilter>[] = [
      { lane: ['red'] },
      { minScore: 80 },
      { channel: ['post'] },
      { text: 'find-me-100%' },
      { text: 'rr473124829gb' },
      { text: 'rr 473124829 gb' },
      { indicator: 'undervaluation' },
      { lane: ['red'], channel: ['post'], minScore: 50 },
    ];
    for (const part of parts) {
      expect((await wholeTab(part)).map((row) => row.consignmentId)).toEqual([wanted.consignmentId]);
      expect((await countQueueTabs(desk.officer, filter(part), NOW)).new).toBe(1);
    }
    expect(await wholeTab({ text: '%' })).toEqual([]);
    expect(await wholeTab({ updated: true })).toEqual([]);
    expect(await wholeTab({ partnerId: desk.partnerId })).toHaveLength(4);
  });

  it('is for officers of the office', async () => {
    await expect(listQueue(desk.analyst, filter(), null, NOW)).rejects.toThrow(ForbiddenError);
    await expect(listQueue(desk.stranger, filter({ officeId: desk.officeId }), null, NOW)).rejects.toThrow(
      NotFoundError,
    );
    for (const officeId of ['xx', 'nlrtm', 'NLRTM\u0000'])
      await expect(listQueue(desk.officer, filter({ officeId }), null, NOW)).rejects.toThrow(NotFoundError);
    expect((await listQueue(desk.stranger, filter(), null, NOW)).rows).toEqual([]);
  });

  it('carries nothing that JSON cannot', async () => {
    await aConsignment(desk, withItems({ value: '12.00' }));
    const [row] = await wholeTab();
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    expect(row?.value).toEqual({ amount: '12.00', currency: 'EUR' });
  });
});

describe('Live changes', () => {
  it('tell new and changed rows of the stretch on the screen, and nothing of the next page', async () => {
    await consignmentsLike(desk, QUEUE_PAGE, arrivingAt(minutesLater(60)));
    await consignmentsLike(desk, 5, arrivingAt(minutesLater(90)));
    const { rows, next } = await listQueue(desk.officer, filter(), null, NOW);
    const look = () => queueChanges(desk.officer, filter(), { rows: shown(rows), until: next }, NOW);
    expect(await look()).toEqual({ workOfficeId: desk.officeId, newRows: 0, changed: [] });

    await aConsignment(desk, arrivingAt(minutesLater(10)));
    await aConsignment(desk, arrivingAt(minutesLater(300)));
    const [held, claimed] = rows;
    if (!held || !claimed) throw new Error('no rows');
    await claimConsignment(desk.colleague, seen({ ...claimed, receivedOn: '' }), NOW);
    const version = { consignmentId: held.consignmentId, rowVersion: held.rowVersion };
    await holdConsignment(desk.officer, { ...version, ground: 'value_doubt' }, NOW);
    const changes = await look();
    expect(changes.newRows).toBe(1);
    expect(changes.changed).toEqual([
      { consignmentId: held.consignmentId, rowVersion: 2, isGone: true },
      { consignmentId: claimed.consignmentId, rowVersion: 2, isGone: true },
    ]);
  });

  it('tell the office the person now works in, while the rows of the one on the screen are looked at', async () => {
    const placed = await aConsignment(desk);
    const moved = { ...desk.officer, officeId: 'BELGG', officeIds: [desk.officeId, 'BELGG'] };
    const shown = { rows: [seen(placed)], until: null };
    expect(await queueChanges(moved, filter({ officeId: desk.officeId }), shown, NOW)).toEqual({
      workOfficeId: 'BELGG',
      newRows: 0,
      changed: [],
    });
  });

  it('say nothing of a consignment of another office', async () => {
    const placed = await aConsignment(desk);
    const { changed } = await queueChanges(desk.stranger, filter(), { rows: [seen(placed)], until: null }, NOW);
    expect(changed).toEqual([{ ...seen(placed), isGone: true }]);
  });
});

describe('The supervisor', () => {
  it('sees how the work of the office stands', async () => {
    await oneOfEach();
    await aConsignment(desk, inLane('green'));
    const [office] = await supervisionOverview(desk.supervisor, minutesLater(120));
    expect(office).toMatchObject({
      officeId: 'NLRTM',
      open: 5,
      openByAge: { up_to_6h: 5, up_to_24h: 0, up_to_72h: 0, over_72h: 0 },
      openByLane: { green: 0, blue: 0, yellow: 5, red: 0 },
      examination: 1,
      awaitingSecond: 0,
      referralsOpen: 1,
      referralsOverdue: 1,
      receivedToday: 7,
      releasedByLaneToday: 1,
    });
    expect(office?.leases.map(({ name, held }) => ({ name, held }))).toEqual([
      { name: 'A. Kaya', held: 1 },
      { name: 'B. Moreau', held: 1 },
    ]);
    await expect(supervisionOverview(desk.officer, NOW)).rejects.toThrow(ForbiddenError);
  });
});

describe('The count of what waits', () => {
  it('names each office a person may work for, nought included, and no other; what a colleague holds does not wait', async () => {
    await consignmentsLike(desk, 2);
    const { consignmentId, rowVersion } = await aConsignment(desk);
    await claimConsignment(desk.colleague, { consignmentId, rowVersion }, NOW);
    await aConsignment({ ...desk, officeId: 'BELGG' });
    const actor = { ...desk.officer, officeIds: [desk.officeId, 'NLAMS'] };
    expect(await countWaitingByOffice(actor, NOW)).toEqual({ [desk.officeId]: 2, NLAMS: 0 });
    const { new: listed } = await countQueueTabs(actor, EMPTY_QUEUE_FILTER, NOW);
    expect(listed).toBe(2);
  });
  it('goes no further than what is shown of it', async () => {
    await consignmentsLike(desk, WAITING_COUNTED + 1);
    expect(await countWaitingByOffice(desk.officer, NOW)).toEqual({ [desk.officeId]: WAITING_COUNTED });
  });
  it('is for who works a queue', async () => {
    await expect(countWaitingByOffice(desk.analyst)).rejects.toThrow(ForbiddenError);
  });
});
