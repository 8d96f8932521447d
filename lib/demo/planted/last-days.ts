import type { Random } from '@/lib/kernel/prng';
import { chance, weighted, whole } from '../draw';
import { lineOf, saleOf } from '../parcels';
import type { DemoPartnerKey } from '../partners';
import type { HomeCountry } from '../people';
import type { KnownParcel, Planting, Scene } from '../scene';
import { drawAnyGoods } from '../sellers';
import { plainlyForbidden } from './forbidden-goods';
import { undervalue } from './spoil';
import { describeVaguely } from './vague-forwarder';

/**
 * How many come on top in the last days. A small demo has its dozens, or its queues would be empty: of an ordinary stream an
 * officer has to look at three in a hundred. A large one has about twice what its last days would select anyway.
 */
const countOf = (consignments: number) => Math.round(Math.min(consignments * 0.13, 72 + consignments * 0.006));

/** How far back the rush reaches, and how it grows towards the end of the window, whose last day is cut short. */
const drawDaysBefore = weighted([
  [0, 25],
  [1, 33],
  [2, 24],
  [3, 18],
] as const);

const drawPartner = weighted<DemoPartnerKey>([
  ['northwing-express', 32],
  ['harbour-lane', 24],
  ['lowland-post', 20],
  ['mosaic-bazaar', 14],
  ['meridian-parcel', 10],
]);
/** Mostly for Frankfurt and Liège, which are offices of the demo's officers. */
const drawCountry = weighted<HomeCountry>([
  ['DE', 50],
  ['BE', 26],
  ['NL', 16],
  ['FR', 8],
]);

/** A shop's sale that names its goods in a word or two, or points to an invoice nobody sent. */
function careless(scene: Scene): KnownParcel {
  const seller = scene.pickSeller();
  const parcel = saleOf(scene, seller, [lineOf(scene.random, seller)]);
  if (chance(scene.random, 0.9)) return describeVaguely(scene.random, parcel, 0.25);
  const lines = parcel.lines.map((line) => ({ ...line, description: `${line.description}, see invoice` }));
  return { parcel: { ...parcel, lines }, truth: { outcome: 'conform' } };
}

/** A shop's sale of several pieces that is declared as a gift; at times described vaguely as well, or below its price. */
export function soldAsGift(scene: Scene, isVague: boolean): KnownParcel {
  const { random } = scene;
  const seller = scene.pickSeller();
  let archetype = drawAnyGoods(random);
  while (archetype.medianEur > 25) archetype = drawAnyGoods(random);
  const lines = [{ ...lineOf(random, seller, archetype), quantity: whole(random, 5, 9) }];
  const parcel = {
    ...saleOf(scene, seller, lines),
    transactionType: 'gift' as const,
    marketplace: null,
    sellerName: seller.party.name,
    schemeId: null,
  };
  if (isVague) return describeVaguely(random, parcel, 0.4);
  return chance(random, 0.35)
    ? undervalue(random, parcel, 0.25, 0.6)
    : { parcel, truth: { outcome: 'conform' as const } };
}

const drawKind = weighted<(scene: Scene) => KnownParcel>([
  [careless, 46],
  [(scene) => soldAsGift(scene, false), 20],
  [(scene) => soldAsGift(scene, true), 14],
  [(scene) => plainlyForbidden(scene, 'restricted'), 13],
  [(scene) => plainlyForbidden(scene, 'prohibited'), 7],
]);

function recipientIn(scene: Scene, country: HomeCountry) {
  let recipient = scene.pickRecipient();
  while (recipient.country !== country) recipient = scene.pickRecipient();
  return recipient;
}

/** A sale of the last days brings what an officer has to look at: careless descriptions, trade sent as gifts, forbidden goods. */
export function plantLastDays(random: Random, consignments: number, days: number): Planting[] {
  return Array.from({ length: countOf(consignments) }, () => {
    const country = drawCountry(random);
    return {
      dayIndex: Math.max(0, days - 1 - drawDaysBefore(random)),
      partner: drawPartner(random),
      build: (scene: Scene) => drawKind(scene.random)({ ...scene, pickRecipient: () => recipientIn(scene, country) }),
    };
  });
}
