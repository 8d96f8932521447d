import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { wilson } from '@/lib/kernel/wilson';
import { pooled } from './pool-strata';
import { estimateOf, type SampledCase, type Stratum } from './sample-estimate';

const cases = (count: number, findings: number, probability = 0.005, extraMinor = 0n): SampledCase[] =>
  Array.from({ length: count }, (_, index) => ({
    probability,
    isFinding: index < findings,
    extraMinor: index < findings ? extraMinor : 0n,
  }));
const stratum = (size: number, sampled: readonly SampledCase[]): Stratum => ({
  size,
  drawn: sampled.length,
  cases: sampled,
});

/** What there is to find: `rate` of `size` consignments, each with charges of a skewed amount. */
type Planted = { size: number; rate: number; probability: number };

function populate({ size, rate, probability }: Planted, random: Random): SampledCase[] {
  return Array.from({ length: size }, () => {
    const isFinding = random() < rate;
    const amount = Math.round(1_000 * Math.exp(1.2 * (random() + random() + random() - 1.5)));
    return { probability, isFinding, extraMinor: isFinding ? BigInt(amount) : 0n };
  });
}

/** The share of draws whose interval holds the truth, and how far the mean of the estimates is from it, in standard errors. */
function simulate(planted: readonly Planted[], draws: number, seed: number) {
  const random = seededRandom(seed);
  const population = planted.map((one) => populate(one, random));
  const all = population.flat();
  const truth = all.filter(({ isFinding }) => isFinding).length / all.length;
  const revenue = all.reduce((sum, { extraMinor }) => sum + Number(extraMinor), 0);
  const rates: number[] = [];
  const revenues: number[] = [];
  let held = 0;
  let heldRevenue = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const estimate = estimateOf(
      population.map((part) => {
        const drawn = part.filter(({ probability }) => random() < probability);
        return { size: part.length, drawn: drawn.length, cases: drawn };
      }),
    );
    if (!estimate.rate) throw new Error('too small to judge');
    rates.push(estimate.rate.value);
    if (estimate.rate.low <= truth && truth <= estimate.rate.high) held += 1;
    if (!estimate.revenueMinor) continue;
    revenues.push(estimate.revenueMinor.value);
    if (estimate.revenueMinor.low <= revenue && revenue <= estimate.revenueMinor.high) heldRevenue += 1;
  }
  return {
    coverage: held / draws,
    bias: standardised(rates, truth),
    revenues: revenues.length,
    revenueCoverage: heldRevenue / revenues.length,
    revenueBias: standardised(revenues, revenue),
  };
}

function standardised(values: readonly number[], truth: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return (mean - truth) / Math.sqrt(variance / values.length);
}

describe('the estimate from a random sample', () => {
  it.each([
    ['one draw of 1 in 50', [{ size: 12_000, rate: 0.05, probability: 0.02 }]],
    ['few findings', [{ size: 8_000, rate: 0.015, probability: 0.02 }]],
    [
      'strata drawn with unequal chances, the bad ones oftenest',
      [
        { size: 8_000, rate: 0.01, probability: 0.02 },
        { size: 3_000, rate: 0.05, probability: 0.05 },
        { size: 600, rate: 0.3, probability: 0.2 },
      ],
    ],
    ['half of everything', [{ size: 400, rate: 0.1, probability: 0.5 }]],
    [
      'many strata of a few cases each',
      [0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.05, 0.05, 0.3].map((rate) => ({ size: 1_600, rate, probability: 0.01 })),
    ],
    [
      'a stratum that is seldom drawn at all',
      [
        { size: 6_000, rate: 0.06, probability: 0.03 },
        { size: 60, rate: 0.2, probability: 0.03 },
      ],
    ],
  ])('is unbiased and its interval holds the truth in 95 of 100 draws: %s', (_, planted) => {
    const { coverage, bias } = simulate(planted, 1_500, 11);
    expect(Math.abs(bias)).toBeLessThan(3);
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.98);
  });

  it('does so for revenue too, as far as skewed amounts allow', () => {
    const planted = [
      { size: 10_000, rate: 0.08, probability: 0.04 },
      { size: 2_000, rate: 0.25, probability: 0.1 },
    ];
    const { revenues, revenueCoverage, revenueBias } = simulate(planted, 1_500, 5);
    expect(revenues).toBe(1_500);
    expect(Math.abs(revenueBias)).toBeLessThan(3);
    expect(revenueCoverage).toBeGreaterThan(0.93);
    expect(revenueCoverage).toBeLessThan(0.98);
  });

  it('without its weights would be far off where the bad are drawn oftenest', () => {
    const { rate } = estimateOf([stratum(9_000, cases(90, 0, 0.01)), stratum(1_000, cases(200, 100, 0.2))]);
    expect(rate?.value).toBeCloseTo(0.05, 12);
    const mixed = [...cases(90, 0, 0.01), ...cases(200, 100, 0.2)];
    expect(estimateOf([stratum(10_000, mixed)]).rate?.value).toBeCloseTo(0.05, 12);
  });

  it('of one equal draw is the plain interval, narrower where the draw takes a good part of what there is', () => {
    const plain = wilson(10, 200);
    const { rate } = estimateOf([stratum(200_000, cases(200, 10, 0.001))]);
    expect(rate?.low).toBeCloseTo(plain?.low ?? 0, 3);
    expect(rate?.high).toBeCloseTo(plain?.high ?? 0, 3);
    const half = estimateOf([stratum(400, cases(200, 10, 0.5))]).rate;
    expect((half?.high ?? 1) - (half?.low ?? 0)).toBeLessThan(0.8 * ((rate?.high ?? 0) - (rate?.low ?? 0)));
  });

  it('of everything is what was found, without a doubt', () => {
    expect(estimateOf([stratum(40, cases(40, 4, 1))]).rate).toEqual({ value: 0.1, low: 0.1, high: 0.1 });
  });

  it('is no figure where the sample is too small, and says how small', () => {
    expect(estimateOf([stratum(1_800, cases(9, 0))])).toMatchObject({ examined: 9, rate: null, revenueMinor: null });
    expect(estimateOf([stratum(2_400, cases(12, 4))])).toMatchObject({ examined: 12, findings: 4, rate: null });
    expect(estimateOf([stratum(500, [])])).toMatchObject({ size: 500, examined: 0, rate: null });
    expect(estimateOf([])).toMatchObject({ size: 0, rate: null, revenueMinor: null });
  });

  it('of nothing found is not nothing: the upper end says what may be', () => {
    const { rate } = estimateOf([stratum(20_000, cases(100, 0))]);
    expect(rate?.value).toBe(0);
    expect(rate?.high).toBeGreaterThan(0.03);
  });

  it('leaves findings whose charges are open out of the revenue, and counts them', () => {
    const open = cases(5, 5).map((one) => ({ ...one, extraMinor: null }));
    const known = estimateOf([stratum(20_000, cases(100, 20, 0.005, 1_000n))]);
    const {
      revenueMinor,
      charged,
      findings,
      open: counted,
    } = estimateOf([stratum(20_000, [...cases(100, 20, 0.005, 1_000n), ...open])]);
    expect({ charged, findings, counted }).toEqual({ charged: 20, findings: 25, counted: 5 });
    expect(revenueMinor?.value).toBeCloseTo(known.revenueMinor?.value ?? 0, 6);
  });
});

describe('strata with few cases', () => {
  it('are taken together, with the next where that is still too few, whatever was found', () => {
    const strata = [
      stratum(100, cases(9, 1)),
      stratum(200, cases(6, 0)),
      stratum(300, cases(21, 2)),
      stratum(400, cases(30, 0)),
    ];
    expect(pooled(strata).map(({ size, cases: own }) => [size, own.length])).toEqual([
      [600, 36],
      [400, 30],
    ]);
    expect(pooled([stratum(100, cases(1, 1))]).map(({ size }) => size)).toEqual([100]);
  });
});

describe('a share from few findings', () => {
  it('is told by its upper limit, and by itself from five findings on', () => {
    expect(estimateOf([stratum(10_000, cases(60, 1))])).toMatchObject({ findings: 1, isCeiling: true });
    expect(estimateOf([stratum(10_000, cases(60, 0))])).toMatchObject({ findings: 0, isCeiling: true });
    expect(estimateOf([stratum(10_000, cases(60, 5))])).toMatchObject({ findings: 5, isCeiling: false });
  });
});
