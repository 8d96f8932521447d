import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { aDay, newcomer, slotsOf } from '@/tests/support/a-capacity-day';
import { looksAtGoods } from './slots';
import { drawPlanOf } from './strata';

describe('the stored probabilities', () => {
  const EXPECTED = new Map([
    ['post:low:known', 300],
    ['post:low:new', 60],
    ['express:above:known', 12],
  ]);
  const plan = drawPlanOf(4, EXPECTED);
  const traffic = [...EXPECTED].flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, at) => ({ stratum, isFinding: at % 6 === 0, worth: (at % 10) / 10 })),
  );
  const RUNS = 600;
  const runs = Array.from({ length: RUNS }, (_, seed) => {
    const random = seededRandom(seed + 1);
    const day = aDay(slotsOf(0, 0, 40), 0.1, plan);
    const batch = traffic.map(({ stratum, worth }, at) =>
      newcomer(`c${at}`, { stratum, worth, tieBreak: at, lane: worth > 0.7 ? 'red' : 'green', draw: random() }),
    );
    for (let at = 0; at < batch.length; at += 50) day.receive(batch.slice(at, at + 50));
    return traffic.map((one, at) => ({ ...one, selection: day.held.get(`c${at}`)?.selection }));
  });

  it.each([...EXPECTED.keys()])('of %s are what chance comes to over 600 days', (stratum) => {
    const all = runs.flat().filter((one) => one.stratum === stratum);
    const frame = all.filter(({ selection }) => (selection?.inclusionProbability ?? 0) < 1);
    const promised = frame.reduce((sum, { selection }) => sum + (selection?.inclusionProbability ?? 0), 0);
    const drawn = frame.filter(({ selection }) => selection?.outcome === 'random').length;
    expect(promised).toBeGreaterThan(250);
    // Three standard deviations of a count of rare independent draws.
    expect(Math.abs(drawn - promised)).toBeLessThan(3 * Math.sqrt(promised));
  });

  it('weigh what was looked at into the true number of findings', () => {
    const truth = traffic.filter(({ isFinding }) => isFinding).length;
    const estimates = runs.map((run) =>
      run.reduce((sum, { isFinding, selection }) => {
        if (!selection || !looksAtGoods(selection.control) || !isFinding) return sum;
        return sum + 1 / selection.inclusionProbability;
      }, 0),
    );
    const mean = estimates.reduce((sum, one) => sum + one, 0) / RUNS;
    const variance = estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (RUNS - 1);
    expect(Math.abs(mean - truth)).toBeLessThan(3 * Math.sqrt(variance / RUNS));
  });
});
