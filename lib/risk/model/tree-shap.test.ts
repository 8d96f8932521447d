import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { BOOST_DEFAULTS, boost } from './boost';
import { type Forest, logOddsOf, type Tree } from './tree';
import { expectedLogOdds, shapleyValues } from './tree-shap';

const WIDTH = 4;
const COLUMNS = [0, 1, 2, 3];

/** Rows of four numbers, some missing, whose outcome rests on the first three together. */
function trial(rows: number, seed: number) {
  const random = seededRandom(seed);
  const values = new Float32Array(rows * WIDTH).map(() => (random() < 0.1 ? Number.NaN : random()));
  const labels = Array.from({ length: rows }, (_, row) => {
    const [a = 0, b = 0, c = 0] = values.subarray(row * WIDTH);
    return random() < (a > 0.5 === b > 0.3 ? 0.7 : 0.2) + (c > 0.8 ? 0.2 : 0) ? 1 : 0;
  });
  return { matrix: { rows, width: WIDTH, values }, labels };
}

/** What a tree says when only the features of `known` are. */
function conditional(tree: Tree, node: number, row: Float32Array, known: ReadonlySet<number>): number {
  const left = tree.child[node] ?? 0;
  if (left === 0) return tree.value[node] ?? 0;
  const feature = tree.feature[node] ?? 0;
  if (known.has(feature)) {
    const value = row[feature] ?? Number.NaN;
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= (tree.threshold[node] ?? 0);
    return conditional(tree, goesLeft ? left : left + 1, row, known);
  }
  const share = (tree.cover[left] ?? 0) / (tree.cover[node] ?? 1);
  return share * conditional(tree, left, row, known) + (1 - share) * conditional(tree, left + 1, row, known);
}

/** Shapley values by their definition: every subset of the other features, weighted by its orders. */
function bruteForce(forest: Forest, row: Float32Array): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const worth = (known: ReadonlySet<number>) =>
    forest.trees.reduce((sum, tree) => sum + conditional(tree, 0, row, known), 0);
  return COLUMNS.map((feature) => {
    const others = COLUMNS.filter((column) => column !== feature);
    let share = 0;
    for (let mask = 0; mask < 2 ** others.length; mask++) {
      const known = new Set(others.filter((_, bit) => (mask >> bit) & 1));
      const weight = (factorial(known.size) * factorial(WIDTH - known.size - 1)) / factorial(WIDTH);
      share += weight * (worth(new Set([...known, feature])) - worth(known));
    }
    return share;
  });
}

describe('contributions of features', () => {
  const { matrix, labels } = trial(1_500, 7);
  const forest = boost(matrix, labels, { ...BOOST_DEFAULTS, trees: 30 });
  const rows = Array.from({ length: 60 }, (_, at) => matrix.values.subarray(at * WIDTH, (at + 1) * WIDTH));

  it('sum with the expectation to the log-odds, to 1e-9', () => {
    const base = expectedLogOdds(forest);
    for (const row of rows) {
      const total = shapleyValues(forest, WIDTH, row).reduce((sum, share) => sum + share, base);
      expect(Math.abs(total - logOddsOf(forest, row))).toBeLessThan(1e-9);
    }
  });

  it('are the Shapley values of the definition, features split upon twice and missing ones included', () => {
    for (const row of rows.slice(0, 12)) {
      const expected = bruteForce(forest, row);
      shapleyValues(forest, WIDTH, row).forEach((share, feature) => {
        expect(share).toBeCloseTo(expected[feature] ?? Number.NaN, 10);
      });
    }
  });

  it('give nothing to a feature no tree asks for', () => {
    const constant = { ...matrix, values: matrix.values.map((value, at) => (at % WIDTH === 3 ? 1 : value)) };
    const blind = boost(constant, labels, { ...BOOST_DEFAULTS, trees: 5 });
    expect(shapleyValues(blind, WIDTH, constant.values)[3]).toBe(0);
  });
});
