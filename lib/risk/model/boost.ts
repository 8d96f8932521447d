import { type Random, seededRandom } from '@/lib/kernel/prng';
import { binMatrix } from './bins';
import { type GrowthLimits, growTree } from './grow-tree';
import type { Derivatives } from './histogram';
import { logOdds, sigmoid } from './log-odds';
import type { Matrix } from './matrix';
import { type Forest, type Tree, treeValue } from './tree';

export type BoostSettings = GrowthLimits & {
  readonly trees: number;
  /** Share of the rows and of the columns drawn for each tree. */
  readonly rowShare: number;
  readonly columnShare: number;
  readonly seed: number;
};

/**
 * Leaves of 40 results and more: below that a leaf remembers consignments instead of learning of them. Small steps on half
 * the rows and a third of the columns rank goods never seen best (grouped figures of `npm run bench:risk`).
 */
export const BOOST_DEFAULTS: BoostSettings = {
  trees: 300,
  leaves: 16,
  learningRate: 0.04,
  minLeafRows: 40,
  ridge: 5,
  rowShare: 0.5,
  columnShare: 0.3,
  seed: 1,
};

/**
 * Gradient boosted trees with logistic loss (Friedman 2001, 2002 for the draws) on histograms (Ke et al. 2017). The same
 * rows, labels and seed give the same forest. `onTree` is told how many have grown. @throws RangeError when the labels do not hold
 * both outcomes.
 */
export function boost(
  matrix: Matrix,
  labels: ArrayLike<number>,
  settings: BoostSettings,
  onTree?: (grown: number) => void,
): Forest {
  const { rows } = matrix;
  const findings = Array.from(labels).reduce((sum, label) => sum + label, 0);
  if (labels.length !== rows) throw new RangeError(`${rows} rows with ${labels.length} labels`);
  if (findings === 0 || findings === rows) throw new RangeError('a model needs results of both outcomes');
  const random = seededRandom(settings.seed);
  const binned = binMatrix(matrix);
  const base = logOdds(findings / rows);
  const scores = new Float64Array(rows).fill(base);
  const derivatives: Derivatives = { gradients: new Float64Array(rows), curvatures: new Float64Array(rows) };
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round++) {
    differentiate(scores, labels, derivatives);
    const drawnRows = drawSorted(random, rows, settings.rowShare);
    const drawnColumns = drawSorted(random, matrix.width, settings.columnShare);
    const tree = growTree(binned, drawnRows, drawnColumns, derivatives, settings);
    for (let row = 0; row < rows; row++) {
      scores[row] = (scores[row] ?? 0) + treeValue(tree, matrix.values, row * matrix.width);
    }
    trees.push(tree);
    onTree?.(trees.length);
  }
  return { base, trees };
}

function differentiate(scores: Float64Array, labels: ArrayLike<number>, { gradients, curvatures }: Derivatives): void {
  for (let row = 0; row < scores.length; row++) {
    const chance = sigmoid(scores[row] ?? 0);
    gradients[row] = chance - (labels[row] ?? 0);
    curvatures[row] = chance * (1 - chance);
  }
}

/** A share of the numbers below `count`, at least one, ascending (selection sampling, Knuth 2, 3.4.2 S). */
function drawSorted(random: Random, count: number, share: number): Int32Array {
  const wanted = Math.max(1, Math.round(count * share));
  const drawn = new Int32Array(wanted);
  let taken = 0;
  for (let at = 0; at < count && taken < wanted; at++) {
    if ((count - at) * random() < wanted - taken) drawn[taken++] = at;
  }
  return drawn;
}
