import type { Random } from '@/lib/kernel/prng';
import { inventCompany } from '../companies';
import { chance, pick, whole } from '../draw';
import { ordinaryParcel } from '../parcels';
import type { KnownParcel, Parcel, Planting, Scene } from '../scene';

const VAGUE_WORDS = [
  'gift',
  'accessories',
  'parts',
  'goods',
  'electronic items',
  'household goods',
  'various products',
  'Daily necessities',
  'samples',
  'Spare parts',
] as const;

/** The parcel described in a word or two, at times without a code; of so many the goods are something else. */
export function describeVaguely(random: Random, parcel: Parcel, lyingShare: number): KnownParcel {
  const lying = chance(random, lyingShare);
  const first = parcel.lines[0];
  return {
    parcel: {
      ...parcel,
      lines: parcel.lines.map((line) => ({
        ...line,
        description: pick(random, VAGUE_WORDS),
        commodityCode: chance(random, 0.55) ? line.commodityCode : null,
      })),
    },
    truth: lying
      ? { outcome: 'misdescribed', trueDescription: first?.description, trueCommodityCode: first?.archetype.hs6 }
      : { outcome: 'conform' },
  };
}

/** The parcel as a freight forwarder sends it: in its own name, without the shop behind it. */
function forward(scene: Scene, forwarder: ReturnType<typeof inventCompany>): Parcel {
  const parcel = { ...ordinaryParcel(scene), transactionType: 'sale' as const };
  return { ...parcel, sender: forwarder, dispatchCountry: 'CN', marketplace: null, sellerName: null, schemeId: null };
}

/** A freight forwarder that writes next to nothing; nearly half of the time there is something to hide. */
export function plantVagueForwarder(random: Random, count: number, days: number): Planting[] {
  const forwarder = { ...inventCompany(random, 'CN'), name: 'Swiftanchor Freight Forwarding Co Ltd' };
  return Array.from({ length: count }, () => ({
    dayIndex: whole(random, 0, days - 1),
    partner: pick(random, ['meridian-parcel', 'northwing-express'] as const),
    build: (scene: Scene) => describeVaguely(scene.random, forward(scene, forwarder), 0.45),
  }));
}
