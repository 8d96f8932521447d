import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { dayPool } from '@/db/queries/capacity/day-pool';
import { getCapacity } from '@/db/queries/capacity/get-capacity';
import { selections } from '@/db/schema';
import { byWorth } from '@/lib/capacity/worth';
import type { Lane } from '@/lib/consignment/codes';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { aConsignment, arrivingAt, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let day = dayOf(NOW);
beforeAll(async () => {
  desk = await aDesk();
});
// Each test has a day of its own.
beforeEach(() => {
  day = addDays(day, 1);
});

const coming = (score: number, lane: Lane = 'yellow') =>
  aConsignment(desk, inLane(lane), withScore(score), arrivingAt(new Date(`${day}T15:00:00Z`)));
const selectedAs = (consignmentId: string, changes: Partial<typeof selections.$inferInsert>) =>
  db().update(selections).set(changes).where(eq(selections.consignmentId, consignmentId));

describe('what competes on a day that saw another basis of worth come into force', () => {
  it('is on one scale, papers that a profile sees to with the others', async () => {
    const [ranked, seenTo] = [await coming(60, 'red'), await coming(60, 'red')];
    const papers = { outcome: 'mandatory', control: 'documents', floor: 'yellow' } as const;
    await selectedAs(seenTo.consignmentId, { ...papers, worth: 0.2, worthBasis: 'chance' });
    const { occupants } = await dayPool(db(), desk.officeId, day, NOW);
    const worths = new Map(occupants.map(({ id, worth }) => [id, worth]));
    expect([worths.get(ranked.consignmentId), worths.get(seenTo.consignmentId)]).toEqual([0.5, 0.5]);
  });

  it('is told about the cut-off in the order it was selected in', async () => {
    const worths = [0.3, 0.5, 0.6, 0.01, 0.02];
    const all = await Promise.all(worths.map(() => coming(40)));
    for (const [at, worth] of worths.entries()) {
      const worthBasis = at < 3 ? 'score' : 'chance';
      // By itself the draw of lots would put the chances first.
      await selectedAs(all[at]?.consignmentId ?? '', { worth, worthBasis, tieBreak: 10 - at });
    }
    const told = await getCapacity(desk.supervisor, { officeId: desk.officeId, day }, NOW);
    const { occupants } = await dayPool(db(), desk.officeId, day, NOW);
    expect(told.around.above.map(({ worth }) => worth)).toEqual([0.6, 0.02, 0.5, 0.01, 0.3]);
    expect(told.around.above.map(({ consignmentId }) => consignmentId)).toEqual(
      [...occupants].sort(byWorth).map(({ id }) => id),
    );
  });
});
