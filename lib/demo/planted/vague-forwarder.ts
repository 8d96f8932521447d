import type { Random } from '@/lib/kernel/prng';
import { inventCompany } from '../companies';
import { chance, pick, weighted, whole } from '../draw';
import { ordinaryParcel } from '../parcels';
import type { KnownParcel, Parcel, Planting, Scene } from '../scene';

/** Terms of the stop-word list: a record described by one alone is refused. */
export const STOP_WORDS = [
  'gift',
  'accessories',
  'parts',
  'goods',
  'household goods',
  'samples',
  'Spare parts',
] as const;

const articleNumber = (random: Random) =>
  `${pick(random, ['BN', 'HX', 'JW', 'KA', 'ZT'])}-${whole(random, 1_000, 99_999)}`;

/** What says next to nothing, and is no stop word: somebody has to ask. */
const drawVagueWords = weighted<(random: Random) => string>([
  [articleNumber, 7],
  [(random) => pick(random, ['Daily necessities', 'Assorted items', 'Home use']), 3],
]);

/** The parcel described in a word or two, at times without a code; of so many the goods are something else. */
export function describeVaguely(random: Random, parcel: Parcel, lyingShare: number): KnownParcel {
  const lying = chance(random, lyingShare);
  const first = parcel.lines[0];
  return {
    parcel: {
      ...parcel,
      lines: parcel.lines.map((line) => ({
        ...line,
        description: drawVagueWords(random)(random),
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

/** Share of what the forwarder sends that is described by a stop word alone. */
const REFUSED_SHARE = 0.12;

function byStopWord(random: Random, { parcel, truth }: KnownParcel): KnownParcel {
  const lines = parcel.lines.map((line) => ({ ...line, description: pick(random, STOP_WORDS) }));
  return { parcel: { ...parcel, lines }, truth };
}

/**
 * A freight forwarder that writes next to nothing; nearly half of the time there is something to hide. Now and then it is a stop word,
 * which the intake refuses.
 */
export function plantVagueForwarder(random: Random, count: number, days: number): Planting[] {
  const forwarder = { ...inventCompany(random, 'CN'), name: 'Swiftanchor Freight Forwarding Co Ltd' };
  return Array.from({ length: count }, () => ({
    dayIndex: whole(random, 0, days - 1),
    partner: pick(random, ['meridian-parcel', 'northwing-express'] as const),
    build: (scene: Scene) => {
      const known = describeVaguely(scene.random, forward(scene, forwarder), 0.45);
      return chance(scene.random, REFUSED_SHARE) ? byStopWord(scene.random, known) : known;
    },
  }));
}
