import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockMovable } from '@/db/commands/capacity/move-selected';
import { db } from '@/db/connection';
import { selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { aConsignment, arrivingAt, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const day = addDays(dayOf(NOW), 1);
beforeAll(async () => {
  desk = await aDesk();
});

const coming = (score: number) =>
  aConsignment(desk, inLane('yellow'), withScore(score), arrivingAt(new Date(`${day}T15:00:00Z`)));

describe('what is to be moved', () => {
  it('is left alone when its selection is another than was read: another office, day, version, reason or control', async () => {
    const changes = [
      { officeId: 'BELGG' },
      { controlOn: addDays(dayOf(NOW), 20) },
      { version: 2 },
      { outcome: 'mandatory' as const },
      { control: 'physical' as const },
    ];
    for (const change of changes) {
      const one = await coming(50);
      const read = { officeId: desk.officeId, controlOn: day, receivedOn: one.receivedOn, version: 1 };
      const move = {
        ...{ id: one.consignmentId, from: 'documents' as const, ...read },
        selection: {
          ...{ outcome: 'no_capacity' as const, control: null, lane: 'blue' as const, drawProbability: 0.01 },
          ...{ isDrawn: false, inclusionProbability: 0.01, rank: 2, places: 1 },
        },
      };
      const asRead = await inTransaction((tx) => lockMovable(tx, [move], NOW));
      expect([...asRead.ours]).toEqual([one.consignmentId]);
      await db().update(selections).set(change).where(eq(selections.consignmentId, one.consignmentId));
      const locked = await inTransaction((tx) => lockMovable(tx, [move], NOW));
      expect([[...locked.ours], [...locked.elsewhere]], JSON.stringify(change)).toEqual([[], [one.consignmentId]]);
    }
  });
});
