import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { countFacets } from '@/db/queries/clearance/count-facets';
import { listQueue } from '@/db/queries/clearance/list-queue';
import type { QueueRow } from '@/db/queries/clearance/queue-row';
import { clearances } from '@/db/schema';
import { EMPTY_QUEUE_FILTER, type QueueFilter } from '@/lib/clearance/queue-filter';
import { LANES } from '@/lib/consignment/codes';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt, byChannel, consignmentsLike, inLane, withScore } from '../../support/a-consignment';
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

describe('The queue', () => {
  it('of equal time and score puts the highest value first, on every page', async () => {
    const placed = await consignmentsLike(desk, 60, arrivingAt(minutesLater(120)), withScore(40));
    for (const [index, { consignmentId }] of placed.entries())
      await db()
        .update(clearances)
        .set({ valueMinor: BigInt((index * 7) % 60) * 100n })
        .where(eq(clearances.consignmentId, consignmentId));
    const values = (await wholeTab()).map(({ value }) => Number(value.amount));
    expect(values).toHaveLength(60);
    expect(values).toEqual(values.toSorted((one, other) => other - one));
  });

  it('counts what each choice of the filter would find, beside the other choices', async () => {
    await aConsignment(desk, inLane('red'), withScore(80), byChannel('post'));
    await aConsignment(desk, inLane('yellow'), withScore(45), byChannel('express'));
    await aConsignment(desk, inLane('yellow'), withScore(25), byChannel('post'));
    const facets = await countFacets(desk.officer, filter({ lane: ['yellow'] }), NOW);
    expect(facets).toMatchObject({ lane: { yellow: 2, red: 1 }, channel: { post: 1, express: 1 }, isWhole: true });
    for (const lane of LANES) expect(await wholeTab({ lane: [lane] }), lane).toHaveLength(facets.lane[lane]);
    for (const [score, count] of Object.entries(facets.score))
      expect(await wholeTab({ lane: ['yellow'], minScore: Number(score) }), score).toHaveLength(count);
    await expect(countFacets(desk.analyst, filter(), NOW)).rejects.toThrow(ForbiddenError);
    await expect(countFacets(desk.stranger, filter({ officeId: 'NLRTM' }), NOW)).rejects.toThrow(NotFoundError);
  });
});
