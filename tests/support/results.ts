import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, examinations } from '@/db/schema';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { consignmentsLike, inLane, receivedAt, withItems } from './a-consignment';
import { type Desk, NOW } from './a-desk';

/** Goods and the share of findings among them. */
const GOODS = [
  ['950300', 0.75],
  ['610910', 0.1],
  ['851762', 0.2],
  ['490199', 0.03],
] as const;
export const BAD_GOODS = GOODS[0][0];
export const CALM_GOODS = GOODS[3][0];

/** When the results below end, and a training may begin. */
export const RESULTS_UNTIL = NOW;

/**
 * Examined consignments over the fifteen days before `NOW`, a quarter of them drawn at random: what was found rests on the goods. Each
 * result is recorded the day after receipt.
 */
export async function placeResults(desk: Desk, perDayAndGoods = 12, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  const found: (typeof examinations.$inferInsert)[] = [];
  const outcomes = { conform: [] as string[], finding: [] as string[] };
  for (let back = 15; back >= 1; back -= 1) {
    const day = addDays(dayOf(NOW), -back);
    const at = new Date(`${day}T09:00:00Z`);
    for (const [code, share] of GOODS) {
      const goods = withItems({ commodityCode: code, value: String(10 + Math.floor(random() * 90)) });
      const drawn = Math.floor(perDayAndGoods / 4);
      const placed = [
        ...(await consignmentsLike(desk, perDayAndGoods - drawn, goods, receivedAt(at), inLane('red'))),
        ...(await consignmentsLike(desk, drawn, goods, receivedAt(at), inLane('red', 'random'))),
      ];
      for (const { consignmentId } of placed) {
        const outcome = random() < share ? 'finding' : 'conform';
        outcomes[outcome].push(consignmentId);
        found.push(result(consignmentId, desk, outcome === 'finding' ? 'undervalued' : 'conform', at));
      }
    }
  }
  for (let from = 0; from < found.length; from += 500)
    await db()
      .insert(examinations)
      .values(found.slice(from, from + 500));
  for (const [examinationOutcome, ids] of Object.entries(outcomes)) {
    await db()
      .update(clearances)
      .set({ examinationOutcome: examinationOutcome as keyof typeof outcomes })
      .where(inArray(clearances.consignmentId, ids));
  }
}

function result(consignmentId: string, { officer }: Desk, resultCode: string, receivedOn: Date) {
  return {
    consignmentId,
    examinationId: randomUUID(),
    kind: 'physical',
    orderedBy: officer.id,
    orderedByName: officer.name,
    orderedAt: receivedOn,
    resultCode,
    recordedBy: officer.id,
    recordedByName: officer.name,
    recordedAt: new Date(receivedOn.getTime() + 24 * 3_600_000),
  };
}
