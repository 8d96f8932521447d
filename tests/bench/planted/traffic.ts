import { between, chance, logNormal, pick, weighted, whole } from '@/lib/demo/draw';
import { addDays } from '@/lib/kernel/dates';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { commodityKeys } from '@/lib/risk/model/commodity-keys';
import type { FeatureRow } from '@/lib/risk/model/plan';

/** What was planted in a consignment; `other` is what goes wrong anywhere, at the rate of its goods. */
export const CAUSES = ['importer', 'undervaluation', 'scheme', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

export type Consignment = {
  readonly row: FeatureRow;
  readonly cause: Cause | null;
  /** Duty and tax short-paid where there is a finding. */
  readonly revenue: number;
};

/** Week from which eight headings that were clean turn bad, and a new marketplace takes a fifth of the traffic. */
export const CHANGE_WEEK = 26;
/** The change has had half a year to be found when counting begins. */
export const MEASURED_FROM_WEEK = 52;
export const WEEKS = 78;
const PER_WEEK = 700;
const FIRST_DAY = '2024-01-01';
const isScheme = (goods: number) => goods >= 120 && goods < 128;
const ORIGINS = ['CN', 'VN', 'US', 'TR', 'IN', 'GB', 'JP', 'HK'] as const;
const MARKETPLACES = ['m1', 'm2', 'm3', 'm4'] as const;

type Goods = {
  readonly hs6: string;
  readonly unitValue: number;
  readonly rate: number;
  readonly isScheme: boolean;
  /** Chance of what goes wrong anyway. Goods known as risky fill all hands, so that nobody looks at clean ones by score. */
  readonly risk: number;
};

/** Consignments, week by week, with planted behaviour; the same seed gives the same ones. */
export function plantedWeeks(seed: number): Consignment[][] {
  const random = seededRandom(seed);
  const goods = Array.from(
    { length: 160 },
    (_, at): Goods => ({
      hs6: `${String(1 + (at % 96)).padStart(2, '0')}${String(whole(random, 1, 15)).padStart(2, '0')}${whole(random, 10, 99)}`,
      unitValue: logNormal(random, 20, 1),
      rate: pick(random, [0, 0.03, 0.06, 0.12]),
      isScheme: isScheme(at),
      risk: isScheme(at) ? 0.01 : chance(random, 0.15) ? 0.3 : 0.02,
    }),
  );
  const draw = {
    // A few goods, importers and senders make most of the traffic; the scheme's eight headings make 3 % of it.
    goods: weighted(goods.map((kind, at) => [kind, kind.isScheme ? 0.01 : 1 / (at + 12)] as const)),
    importer: weighted(Array.from({ length: 1_500 }, (_, at) => [at, 1 / (at + 8)] as const)),
    sender: weighted(Array.from({ length: 900 }, (_, at) => [at, 1 / (at + 40)] as const)),
  };
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: PER_WEEK }, () => consignmentOf(random, week, draw)),
  );
}

type Draw = {
  readonly goods: (random: Random) => Goods;
  readonly importer: (random: Random) => number;
  readonly sender: (random: Random) => number;
};

function consignmentOf(random: Random, week: number, draw: Draw): Consignment {
  const goods = draw.goods(random);
  const importer = draw.importer(random);
  const origin = pick(random, ORIGINS);
  const netMass = logNormal(random, 2, 1);
  const isNew = week >= CHANGE_WEEK;
  // Goods of the scheme are clean of all else, so that neither importer nor price brings anybody to look at them.
  const isPlain = !goods.isScheme;
  const isHabitual = importer % 25 === 7;
  const cause: Cause | null =
    goods.isScheme && isNew && chance(random, 0.8)
      ? 'scheme'
      : isPlain && isHabitual && chance(random, 0.6)
        ? 'importer'
        : isPlain && chance(random, 0.03)
          ? 'undervaluation'
          : chance(random, goods.risk)
            ? 'other'
            : null;
  const trueValue = goods.unitValue * logNormal(random, 1, 0.25) * netMass;
  const value = cause === 'undervaluation' ? trueValue * between(random, 0.2, 0.45) : trueValue;
  const charge = goods.rate + 0.2;
  return {
    cause,
    revenue: cause === null ? 0 : charge * (cause === 'undervaluation' ? trueValue - value : trueValue / 2),
    row: {
      day: addDays(FIRST_DAY, 7 * week),
      codes: {
        ...(commodityKeys(goods.hs6) ?? {}),
        origin,
        dispatch: chance(random, 0.8) ? origin : pick(random, ORIGINS),
        importer: `i${importer}`,
        sender: `s${draw.sender(random)}`,
        marketplace: isNew && chance(random, 0.2) ? 'm5' : pick(random, MARKETPLACES),
        channel: pick(random, ['post', 'express', 'cargo']),
      },
      numbers: {
        intrinsicValueMinor: 100 * value,
        massG: 1_000 * netMass,
        valuePerKgMinor: (100 * value) / netMass,
        valuePerPieceMinor: (100 * value) / netMass,
        chargesMinor: 100 * value * charge,
      },
    },
  };
}
