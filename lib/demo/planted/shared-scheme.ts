import type { Random } from '@/lib/kernel/prng';
import { chance, pick, whole } from '../draw';
import { schemeId } from '../identifiers';
import { lineOf, saleOf } from '../parcels';
import type { DemoPartnerKey } from '../partners';
import type { Planting, Scene } from '../scene';
import { inventSeller, type Seller } from '../sellers';
import { undervalue } from './spoil';

const PARTNERS: readonly DemoPartnerKey[] = ['mosaic-bazaar', 'harbour-lane', 'lowland-post'];
const STRANGERS = 36;

/** Cheap enough to stay under 150 euro, so that the number is declared. */
function cheapLine(scene: Scene, seller: Seller) {
  let line = lineOf(scene.random, seller);
  while (line.archetype.medianEur > 30) line = lineOf(scene.random, seller);
  return { ...line, quantity: Math.min(line.quantity, 2) };
}

/** One vendor's scheme number that dozens of unrelated shops declare, in the second half of the window. */
export function plantSharedScheme(random: Random, count: number, days: number): Planting[] {
  const shared = schemeId(random);
  const sellers = Array.from({ length: STRANGERS }, (_, index) => {
    const partner = PARTNERS[index % PARTNERS.length] ?? 'mosaic-bazaar';
    return { partner, seller: { ...inventSeller(random, partner, 0), schemeId: shared } };
  });
  return Array.from({ length: count }, (_, index) => {
    const { partner, seller } = sellers[index % STRANGERS] ?? pick(random, sellers);
    return {
      dayIndex: whole(random, Math.floor(days / 2), days - 1),
      partner,
      build: (scene: Scene) => {
        const parcel = saleOf(scene, seller, [cheapLine(scene, seller)]);
        if (chance(scene.random, 0.35)) return undervalue(scene.random, parcel, 0.25, 0.6);
        return { parcel, truth: { outcome: 'conform' as const } };
      },
    };
  });
}
