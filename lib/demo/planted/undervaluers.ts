import type { Random } from '@/lib/kernel/prng';
import { pick, shareOut, whole } from '../draw';
import { lineOf, saleOf } from '../parcels';
import type { Planting } from '../scene';
import { archetypeOf, inventSeller } from '../sellers';
import { undervalue } from './spoil';

const UNDERVALUERS = [
  { goods: 'smartphone', country: 'CN', partners: ['harbour-lane', 'lowland-post'] },
  { goods: 'smartphone', country: 'HK', partners: ['northwing-express', 'mosaic-bazaar'] },
  { goods: 'wristwatch', country: 'CN', partners: ['harbour-lane', 'meridian-parcel'] },
  { goods: 'handbag', country: 'CN', partners: ['mosaic-bazaar', 'lowland-post'] },
] as const;

/** Four shops that declare phones, watches and handbags at a tenth to a third of the price paid, all through the window. */
export function plantUndervaluers(random: Random, count: number, days: number): Planting[] {
  const shares = shareOut(count, [4, 3, 3, 2]);
  return UNDERVALUERS.flatMap(({ goods, country, partners }, index) => {
    const seller = inventSeller(random, partners[0], 0, country);
    return Array.from({ length: shares[index] ?? 0 }, () => ({
      dayIndex: whole(random, 0, days - 1),
      partner: pick(random, partners),
      build: (scene) => {
        const line = { ...lineOf(scene.random, seller, archetypeOf(goods)), quantity: 1 };
        return undervalue(scene.random, saleOf(scene, seller, [line]), 0.1, 0.35);
      },
    })) satisfies Planting[];
  });
}
