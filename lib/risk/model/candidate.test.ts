import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import { rankOf, ranksOf } from './artefact';
import { makeCandidate, TREES_FROM_RESULTS } from './candidate';
import { CONSIGNMENT_PLAN } from './consignment-plan';
import { ConsignmentScorer } from './consignment-scorer';
import { calibrationParts } from './evaluate';
import type { FeatureRow } from './plan';
import { driftsOf, spreadsOf } from './spreads';
import { TrainingSet } from './training-set';
import { trialOf } from './trial';

/** A consignment of goods, bad ones first, from a sender of whom examinations found so much before. */
function consignment(day: string, goods: number, senderFindings: number, value: number): FeatureRow {
  return {
    day,
    codes: { hs2: '95', hs4: '9503', hs6: `95030${goods}`, origin: 'CN', dispatch: 'CN', channel: 'post' },
    numbers: {
      intrinsicValueMinor: value,
      chargesMinor: value / 5,
      senderExamined365d: 4,
      senderFindings365d: senderFindings,
    },
  };
}

function gathered(perDay: number, seed = 1): TrainingSet {
  const random = seededRandom(seed);
  const set = new TrainingSet(CONSIGNMENT_PLAN);
  for (let at = 0; at < 60; at += 1) {
    const day = addDays('2026-01-01', at);
    set.addDay(
      day,
      Array.from({ length: perDay }, (_, place) => {
        const [goods, findings] = [Math.floor(random() * 5), Math.floor(random() * 3)];
        const isFinding = random() < (goods === 0 ? 0.7 : 0.05) + 0.1 * findings;
        return {
          row: consignment(day, goods, findings, 1_000 + 10_000 * random()),
          isSampled: true,
          result: {
            isFinding,
            isCritical: isFinding && goods === 0,
            knownOn: addDays(day, 2),
            isRandom: place % 4 === 0,
            weight: place % 4 === 0 ? 10 : 1,
            stakeMinor: isFinding ? 100 : 0,
          },
        };
      }),
    );
  }
  return set;
}

const wish = { objective: 'chance', seed: 1 } as const;
const known = new Map<number, ReturnType<typeof makeCandidate>>();
const made = (perDay: number) => {
  const outcome = known.get(perDay) ?? makeCandidate(gathered(perDay), wish);
  known.set(perDay, outcome);
  if (!outcome.isEnough) throw new Error('too few');
  return outcome;
};

describe('a training set', () => {
  it('lets a result count from the day after it was recorded, and for nobody before', () => {
    const set = gathered(20);
    const matrix = set.matrix('finding');
    const seen = CONSIGNMENT_PLAN.numbers.length + 1;
    const seenOn = (day: number) => matrix.values[day * 20 * matrix.width + seen];
    // Results of the first day are recorded on the third: known from the fourth on.
    expect(seenOn(2)).toBe(0);
    expect(seenOn(3)).toBeGreaterThan(0);
  });

  it('refuses days out of order', () => {
    const set = gathered(1);
    expect(() => set.addDay('2026-01-01', [])).toThrow(RangeError);
  });
});

describe('a candidate', () => {
  it('is not made of too few results: they say what is wanting', () => {
    expect(makeCandidate(gathered(5), wish)).toMatchObject({ isEnough: false, wanting: { results: 200 } });
  });

  it('is a scorecard below two thousand results and trees from there on, each with the other beside it', () => {
    const [few, many] = [made(30), made(Math.ceil(TREES_FROM_RESULTS / 60))];
    expect([few.card.kind, few.card.challenger?.kind]).toEqual(['scorecard', 'gbdt']);
    expect([many.card.kind, many.card.challenger?.kind]).toEqual(['gbdt', 'scorecard']);
  });

  it('is measured on the newest fifth, which it never saw, and finds what was planted', () => {
    const { card } = made(30);
    expect(card.trained).toMatchObject({ results: 1_440, firstDay: '2026-01-01', lastDay: '2026-02-17', seed: 1 });
    expect(card.holdOut).toMatchObject({ results: 360, firstDay: '2026-02-18', lastDay: '2026-03-01' });
    expect(card.holdOut.auc?.area).toBeGreaterThan(0.75);
    expect(card.holdOut.calibrationError).toBeLessThan(0.12);
    expect(card.critical?.auc?.area).toBeGreaterThan(0.8);
    expect(card.importance[0]?.reason).toBe('goods_history');
    expect(card.calibratedOn).toEqual({ isWeighted: true, isCrossed: true, results: 1_440, random: 384 });
  });

  it('scores a consignment by chance, critical chance and rank, and tells why with values', () => {
    const scorer = new ConsignmentScorer(made(30).artefact);
    const [bad, calm] = [consignment('2026-03-02', 0, 2, 5_000), consignment('2026-03-02', 3, 0, 5_000)];
    const [high, low] = [scorer.score(bad), scorer.score(calm)];
    expect(high.chance).toBeGreaterThan(low.chance);
    expect(high.criticalChance ?? 0).toBeGreaterThan(low.criticalChance ?? 1);
    expect(high.rank).toBeGreaterThan(0.8);
    const { base, logOdds, contributions } = scorer.explain(bad);
    expect(contributions.reduce((sum, one) => sum + one.logOdds, base)).toBeCloseTo(logOdds, 9);
    expect(logOdds).toBe(high.logOdds);
    expect(contributions).toHaveLength(12);
    expect(contributions.find(({ reason }) => reason === 'goods_history')?.values).toMatchObject({ code: '950300' });
    expect(contributions.find(({ reason }) => reason === 'sender_results')?.values).toEqual({
      examined: 4,
      findings: 2,
    });
  });

  it('ranks by its objective: for revenue the dearer of two alike', () => {
    const outcome = makeCandidate(gathered(12), { objective: 'revenue', seed: 1 });
    if (!outcome.isEnough) throw new Error('too few');
    const scorer = new ConsignmentScorer(outcome.artefact);
    const rank = (value: number) => scorer.score(consignment('2026-03-02', 0, 2, value)).rank;
    expect(rank(10_000)).toBeGreaterThan(rank(1_500));
  });
});

describe('figures of a candidate', () => {
  it('rank within traffic: half of the equal ones count as below', () => {
    const ranks = ranksOf([1, 2, 2, 3]);
    expect(rankOf(ranks, 0)).toBe(0);
    expect(rankOf(ranks, 9)).toBe(1);
    expect(rankOf(ranks, 2)).toBeCloseTo(0.5, 6);
  });

  it('weigh results in calibration: one drawn result of weight 9 beside a sure one of weight 1', () => {
    const [part] = calibrationParts([0.5, 0.5], [1, 0], [1, 9], 1);
    expect(part).toMatchObject({ results: 2, chance: 0.5, rate: 0.1 });
  });

  it('show the calibration in as many parts as the results are worth, so that chance alone is not told as an error', () => {
    const parts = (heavy: number, light: number) => {
      const weights = [...Array(heavy).fill(60), ...Array(light).fill(1)] as number[];
      return calibrationParts(
        weights.map((_, at) => at / weights.length),
        weights.map((_, at) => (at % 2 ? 1 : 0)),
        weights,
      ).length;
    };
    expect([parts(0, 10), parts(0, 60), parts(0, 5_000)]).toEqual([1, 3, 10]);
    expect(parts(60, 500)).toBe(3);
  });

  it('say that nothing has drifted of the same traffic, and name what has', () => {
    const rows = Array.from({ length: 500 }, (_, at) => consignment('2026-01-01', at % 5, at % 3, 100 * (at + 1)));
    const spreads = spreadsOf(CONSIGNMENT_PLAN, rows);
    expect(Math.max(...driftsOf(spreads, rows).map(({ index }) => index))).toBeLessThan(1e-9);
    const moved = driftsOf(
      spreads,
      rows.map((row) => ({ ...row, codes: { ...row.codes, origin: 'VN' } })),
    ).filter(({ index }) => index > 0.25);
    expect(moved.map(({ field }) => field)).toEqual(['origin']);
  });

  it('advise promotion only where the highest tenth surely beats a random draw by a fifth', () => {
    const result = (at: number, isFinding: boolean, drawnWith: number | null) => ({
      rank: at,
      chance: at,
      isFinding,
      drawnWith,
    });
    const sharp = Array.from({ length: 400 }, (_, at) => result(at / 400, at >= 360, at % 4 === 0 ? 0.01 : null));
    const blunt = sharp.map((one, at) => ({ ...one, isFinding: at % 10 === 0 }));
    expect(trialOf(sharp).advice.isAdvised).toBe(true);
    expect(trialOf(blunt).advice.isAdvised).toBe(false);
    expect(trialOf([]).advice.isAdvised).toBe(false);
  });
});
