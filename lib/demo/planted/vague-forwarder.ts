import type { Random } from '@/lib/kernel/prng';
import { inventCompany } from '../companies';
import { chance, pick, whole } from '../draw';
import { ordinaryParcel } from '../parcels';
import type { KnownParcel, Planting, Scene } from '../scene';

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

function vagueParcel(scene: Scene, forwarder: Parameters<typeof forward>[1]): KnownParcel {
  const { random } = scene;
  const lying = chance(random, 0.45);
  const parcel = forward(scene, forwarder);
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
function forward(scene: Scene, forwarder: ReturnType<typeof inventCompany>) {
  const parcel = { ...ordinaryParcel(scene), transactionType: 'sale' as const };
  return { ...parcel, sender: forwarder, dispatchCountry: 'CN', marketplace: null, sellerName: null, schemeId: null };
}

/** A freight forwarder that writes next to nothing; nearly half of the time there is something to hide. */
export function plantVagueForwarder(random: Random, count: number, days: number): Planting[] {
  const forwarder = { ...inventCompany(random, 'CN'), name: 'Swiftanchor Freight Forwarding Co Ltd' };
  return Array.from({ length: count }, () => ({
    dayIndex: whole(random, 0, days - 1),
    partner: pick(random, ['meridian-parcel', 'northwing-express'] as const),
    build: (scene: Scene) => vagueParcel(scene, forwarder),
  }));
}
