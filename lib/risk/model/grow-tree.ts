import type { Binned } from './bins';
import {
  bestSplit,
  type Derivatives,
  fillHistogram,
  type Histogram,
  histogramFor,
  type Split,
  type SplitLimits,
  subtractHistogram,
  type Totals,
} from './histogram';
import { leafTree, type Tree } from './tree';

export type GrowthLimits = SplitLimits & { readonly leaves: number; readonly learningRate: number };

/** A leaf that may still be split; its histogram goes to its children. */
type OpenLeaf = {
  readonly node: number;
  readonly rows: Int32Array;
  readonly totals: Totals;
  readonly histogram: Histogram;
  readonly split: Split | null;
};

/**
 * Grows a tree leaf by leaf, the one that lowers the loss most first (Shi 2007; as in Ke et al. 2017), on the rows and
 * columns drawn for it.
 */
export function growTree(
  binned: Binned,
  rows: Int32Array,
  columns: Int32Array,
  derivatives: Derivatives,
  limits: GrowthLimits,
): Tree {
  const open = (node: number, rowsHere: Int32Array, totals: Totals, histogram: Histogram): OpenLeaf => ({
    node,
    rows: rowsHere,
    totals,
    histogram,
    split: totals.rows < 2 * limits.minLeafRows ? null : bestSplit(histogram, columns, binned.cuts, totals, limits),
  });
  const filled = (rowsHere: Int32Array) => {
    const histogram = histogramFor(binned.width);
    fillHistogram(histogram, binned, columns, rowsHere, derivatives);
    return histogram;
  };
  const all = totalsOf(rows, derivatives);
  const tree = leafTree(leafValue(all, limits), all.rows);
  const leaves = [open(0, rows, all, filled(rows))];
  while (leaves.length < limits.leaves) {
    const at = bestLeaf(leaves);
    const leaf = leaves[at];
    if (!leaf?.split) break;
    const { split } = leaf;
    const [leftRows, rightRows] = partition(leaf.rows, binned, split);
    const left = splitNode(tree, leaf.node, binned, split, limits);
    // The smaller child is summed, the other one is what remains of the parent.
    const isLeftSmaller = leftRows.length <= rightRows.length;
    const summed = filled(isLeftSmaller ? leftRows : rightRows);
    subtractHistogram(leaf.histogram, summed);
    const [leftHistogram, rightHistogram] = isLeftSmaller ? [summed, leaf.histogram] : [leaf.histogram, summed];
    leaves[at] = open(left, leftRows, split.left, leftHistogram);
    leaves.push(open(left + 1, rightRows, split.right, rightHistogram));
  }
  return tree;
}

/** One Newton step (Friedman 2001), shortened by the learning rate; six digits keep stored models short. */
function leafValue({ gradient, curvature }: Totals, { learningRate, ridge }: GrowthLimits): number {
  return Number(((-learningRate * gradient) / (curvature + ridge)).toPrecision(6));
}

function totalsOf(rows: Int32Array, { gradients, curvatures }: Derivatives): Totals {
  let gradient = 0;
  let curvature = 0;
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    curvature += curvatures[row] ?? 0;
  }
  return { gradient, curvature, rows: rows.length };
}

function bestLeaf(leaves: readonly OpenLeaf[]): number {
  let best = 0;
  leaves.forEach(({ split }, at) => {
    if ((split?.gain ?? 0) > (leaves[best]?.split?.gain ?? 0)) best = at;
  });
  return best;
}

function partition(rows: Int32Array, { bins, rows: height }: Binned, split: Split): [Int32Array, Int32Array] {
  const left = new Int32Array(split.left.rows);
  const right = new Int32Array(split.right.rows);
  const column = bins.subarray(split.column * height, (split.column + 1) * height);
  let lefts = 0;
  let rights = 0;
  for (const row of rows) {
    const bin = column[row] ?? 0;
    if (bin === 0 ? split.missingLeft === 1 : bin <= split.bin) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left, right];
}

/** Turns a leaf into an inner node with two leaves; gives the left one. */
function splitNode(tree: Tree, node: number, { cuts }: Binned, split: Split, limits: GrowthLimits): number {
  const left = tree.feature.length;
  tree.feature[node] = split.column;
  tree.threshold[node] = cuts[split.column]?.[split.bin - 1] ?? 0;
  tree.missingLeft[node] = split.missingLeft;
  tree.child[node] = left;
  tree.value[node] = 0;
  for (const side of [split.left, split.right]) {
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.missingLeft.push(0);
    tree.child.push(0);
    tree.value.push(leafValue(side, limits));
    tree.cover.push(side.rows);
  }
  return left;
}
