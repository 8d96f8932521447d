/**
 * A binary tree as parallel lists, one entry per node, root first; stored as it is. `child` is the left child, the right one
 * stands behind it; 0 marks a leaf. A value at most the threshold goes left, a missing one where `missingLeft` says.
 */
export type Tree = {
  readonly feature: number[];
  readonly threshold: number[];
  readonly missingLeft: (0 | 1)[];
  readonly child: number[];
  /** Log-odds a leaf adds; 0 elsewhere. */
  readonly value: number[];
  /** Training rows that passed the node. */
  readonly cover: number[];
};

/** Trees whose leaves add up to log-odds, over a constant. */
export type Forest = { readonly base: number; readonly trees: readonly Tree[] };

/** A tree of one leaf. */
export function leafTree(value: number, cover: number): Tree {
  return { feature: [-1], threshold: [0], missingLeft: [0], child: [0], value: [value], cover: [cover] };
}

/** The child of an inner node that a row goes to; features from `offset` on. */
export function nextNode(tree: Tree, node: number, values: Float32Array, offset: number): number {
  const value = values[offset + (tree.feature[node] ?? 0)] ?? Number.NaN;
  const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= (tree.threshold[node] ?? 0);
  return (tree.child[node] ?? 0) + (goesLeft ? 0 : 1);
}

/** What a tree adds to the log-odds of a row. */
export function treeValue(tree: Tree, values: Float32Array, offset: number): number {
  let node = 0;
  while (tree.child[node] !== 0) node = nextNode(tree, node, values, offset);
  return tree.value[node] ?? 0;
}

/** Log-odds of a row. */
export function logOddsOf(forest: Forest, values: Float32Array, offset = 0): number {
  let sum = forest.base;
  for (const tree of forest.trees) sum += treeValue(tree, values, offset);
  return sum;
}
