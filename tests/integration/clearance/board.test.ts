import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { db } from '@/db/connection';
import { boardOfDay } from '@/db/queries/clearance/board-of-day';
import { sessions } from '@/db/schema';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt, byChannel, inLane, receivedAt } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  for (const one of [desk.officer, desk.colleague]) await withAccount(one);
  const seen = (userId: string, minutes: number, officeId = desk.officeId) => ({
    id: randomUUID(),
    userId,
    officeId,
    createdAt: minutesLater(-600),
    lastSeenAt: minutesLater(minutes),
    expiresAt: minutesLater(600),
  });
  await db()
    .insert(sessions)
    .values([seen(desk.officer.id, -5), seen(desk.officer.id, -1), seen(desk.colleague.id, -45)]);
});

describe('The board of the day', () => {
  it('counts by office and lane, with the pace, the forecast and the causes of what is past the target', async () => {
    const one = async (receivedMinutes: number, lane: 'yellow' | 'red' = 'yellow') => {
      const placed = await aConsignment(
        desk,
        inLane(lane),
        receivedAt(minutesLater(receivedMinutes)),
        arrivingAt(minutesLater(600)),
      );
      return { consignmentId: placed.consignmentId, rowVersion: placed.rowVersion };
    };
    const days = -60 * 24 * 5;
    await one(days);
    await claimConsignment(desk.officer, await one(days), NOW);
    await skipConsignment(desk.officer, { ...(await one(days)), reason: 'needs_specialist' }, NOW);
    await snoozeConsignment(
      desk.officer,
      { ...(await one(days)), event: 'time', until: minutesLater(30), reason: 'awaits_papers' },
      NOW,
    );
    await referConsignment(
      desk.officer,
      { ...(await one(days)), type: 'rfi', question: 'Which model?', dueAt: minutesLater(60) },
      NOW,
    );
    await orderExamination(desk.officer, { ...(await one(days, 'red')), kind: 'physical' }, NOW);
    await releaseConsignment(desk.officer, { ...(await one(-30)), ground: 'risk_not_confirmed' }, NOW);
    await one(-20);

    const board = await boardOfDay(desk.supervisor, minutesLater(1));
    const [red, yellow] = board.lines;
    expect(yellow?.shiftEnd).toBe('2026-11-02T14:00:00.000Z');
    expect(red).toMatchObject({ lane: 'red', open: 1, free: 0 });
    expect(yellow).toMatchObject({ lane: 'yellow', putOff: 1, waiting: 1, came: 2, decided: 1 });
    // One more came than was finished in two hours; four hours are left: two more.
    expect(yellow?.forecast).toBe((yellow?.open ?? 0) + 2);
    expect(board.officersOnDuty).toEqual({ [desk.officeId]: 1 });
    expect(board.breaches).toHaveLength(1);
    expect(board.breaches[0]?.causes).toMatchObject({
      partner: 1,
      examination: 1,
      put_off: 1,
      claimed: 1,
      passed_on: 1,
      nobody: 1,
    });
    expect(board.breaches[0]?.open).toBe(6);
  });

  it('holds each channel against its own target: seven hours are too long for express, not for post or cargo', async () => {
    const there = { officeId: 'BELGG', partnerId: desk.partnerId };
    const supervisor = someone('supervisor', 'BELGG');
    const past = async () => (await boardOfDay(supervisor, NOW)).breaches.map(({ open }) => open);
    const one = (channel: 'express' | 'post' | 'cargo', hours: number) =>
      aConsignment(there, byChannel(channel), receivedAt(minutesLater(-60 * hours)), arrivingAt(minutesLater(600)));
    await one('post', 7);
    await one('cargo', 47);
    await one('express', 5);
    expect(await past()).toEqual([]);
    await one('express', 7);
    expect(await past()).toEqual([1]);
    await one('post', 25);
    expect(await past()).toEqual([2]);
    await one('cargo', 49);
    expect(await past()).toEqual([3]);
  });

  it('shows the own offices only, to who supervises', async () => {
    await expect(boardOfDay(desk.officer, NOW)).rejects.toThrow(ForbiddenError);
    const elsewhere = await boardOfDay(someone('supervisor', 'FRCDG'), minutesLater(1));
    expect(elsewhere).toMatchObject({ lines: [], breaches: [], officersOnDuty: {} });
  });
});
