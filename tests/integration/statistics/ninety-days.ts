import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { DAY_MS } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { byChannel, consignmentsLike, inLane, type Placed, receivedAt, withItems } from '../../support/a-consignment';
import { type Desk, NOW } from '../../support/a-desk';
import { awaitPayment, examine, releaseAfter, withdraw } from './ledger';

/** Ninety days of two offices, released and examined in part; half of it folded, half still waiting. */
export async function placeNinetyDays(desk: Desk): Promise<void> {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (let step = 0; step < 45; step += 1) {
    const placed: Placed[] = await consignmentsLike(
      { ...desk, officeId: pick(['NLRTM', 'NLRTM', 'BELGG']) },
      1 + Math.floor(random() * 5),
      receivedAt(new Date(NOW.getTime() - Math.floor(random() * 90) * DAY_MS)),
      inLane(pick(['green', 'blue', 'yellow', 'red']), pick(['score', 'random', 'mandatory'])),
      byChannel(pick(['post', 'express', 'cargo'])),
      withItems(
        {
          commodityCode: pick(['610910', '851713', null]),
          originCountry: pick(['CN', 'TR', null]),
          description: '=HYPERLINK("x")',
        },
        ...(random() < 0.5 ? [{ commodityCode: '950300', originCountry: 'VN', value: '3.99' }] : []),
      ),
    );
    if (random() < 0.6) await releaseAfter(placed, pick([30, 7_200, 21_600, 90_000, 2_000_000]));
    if (random() < 0.5) await examine(placed, pick(['conform', 'finding', 'not_done']));
    if (random() < 0.2) await withdraw(placed);
    if (step % 7 === 3) await awaitPayment(placed);
    if (step === 22) await foldContributions(SYSTEM_ACTOR);
  }
}
