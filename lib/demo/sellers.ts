import type { Random } from '@/lib/kernel/prng';
import { type Archetype, GOODS_CATEGORIES, type GoodsCategory } from './archetype';
import { DISPATCH_ORIGINS, inventCompany } from './companies';
import { type DemoCurrency, drawCurrency } from './currencies';
import { chance, pick, weighted } from './draw';
import { ELECTRONIC_GOODS } from './goods-electronics';
import { HOUSEHOLD_GOODS } from './goods-household';
import { WEARABLE_GOODS } from './goods-wearables';
import { schemeId } from './identifiers';
import type { DemoPartnerKey } from './partners';
import type { DemoParty } from './people';

/** Every kind of goods of the demo. */
export const ARCHETYPES: readonly Archetype[] = [...WEARABLE_GOODS, ...ELECTRONIC_GOODS, ...HOUSEHOLD_GOODS];

/** The archetype of a key. @throws RangeError when there is none. */
export function archetypeOf(key: string): Archetype {
  const archetype = ARCHETYPES.find((candidate) => candidate.key === key);
  if (!archetype) throw new RangeError(`no archetype ${key}`);
  return archetype;
}

const MARKETPLACES = ['Harbour Lane', 'Mosaic Bazaar', 'Panda Pier', 'Craftwell Corner', 'Voltstreet'] as const;

/** A shop: who it is, where it sells, its own vendor scheme number if registered, what it sells and since when. */
export type Seller = {
  readonly party: DemoParty;
  readonly marketplace: string | null;
  readonly schemeId: string | null;
  readonly currency: DemoCurrency;
  readonly drawGoods: (random: Random) => Archetype;
  /** Index of the day of the window it starts on; 0 for those known before. */
  readonly startDay: number;
};

const byCategory = new Map<GoodsCategory, (random: Random) => Archetype>(
  GOODS_CATEGORIES.map((category) => {
    const choices = ARCHETYPES.filter((archetype) => archetype.category === category);
    return [category, weighted(choices.map((archetype) => [archetype, archetype.weight] as const))];
  }),
);
const drawCategory = weighted(
  GOODS_CATEGORIES.map((category) => {
    const total = ARCHETYPES.filter((archetype) => archetype.category === category);
    return [category, total.reduce((sum, archetype) => sum + archetype.weight, 0)] as const;
  }),
);

const drawCountry = weighted(DISPATCH_ORIGINS.map((origin) => [origin.country, origin.weight] as const));
const GOLDEN_RATIO = 0.618_033_988_75;

/** A kind of goods as the whole market buys it. */
export const drawAnyGoods: (random: Random) => Archetype = weighted(
  ARCHETYPES.map((archetype) => [archetype, archetype.weight] as const),
);

/** An invented seller. Nine in ten of its sales are in its own line, the rest in any. */
export function inventSeller(random: Random, partner: DemoPartnerKey, startDay: number, country?: string): Seller {
  const party = inventCompany(random, country);
  const line = byCategory.get(drawCategory(random)) ?? drawAnyGoods;
  const marketplace =
    partner === 'harbour-lane'
      ? MARKETPLACES[0]
      : partner === 'mosaic-bazaar'
        ? MARKETPLACES[1]
        : chance(random, 0.55)
          ? pick(random, MARKETPLACES)
          : null;
  const registered = chance(random, partner === 'quayside-brokers' ? 0.2 : marketplace ? 0.86 : 0.45);
  return {
    party,
    marketplace,
    schemeId: registered ? schemeId(random) : null,
    currency: drawCurrency(random, party.country),
    drawGoods: (draw) => (chance(draw, 0.9) ? line(draw) : drawAnyGoods(draw)),
    startDay,
  };
}

/**
 * The sellers of one partner, as a draw of one in business on a day of the window. A few sell much and most sell little
 * (Zipf); one in four is new within the window. Countries follow an even sequence, so that a small pool keeps the mix.
 */
export function openSellerPool(
  random: Random,
  partner: DemoPartnerKey,
  size: number,
  days: number,
): (random: Random, dayIndex: number) => Seller {
  const offset = random();
  const sellers = Array.from({ length: size }, (_, index) => {
    const startDay = index > 0 && chance(random, 0.25) ? Math.floor(random() * days) : 0;
    const country = drawCountry(() => (offset + index * GOLDEN_RATIO) % 1);
    return inventSeller(random, partner, startDay, country);
  });
  const draw = weighted(sellers.map((seller, index) => [seller, 1 / (index + 3) ** 0.8] as const));
  return (current, dayIndex) => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const seller = draw(current);
      if (seller.startDay <= dayIndex) return seller;
    }
    return sellers[0] ?? draw(current);
  };
}
