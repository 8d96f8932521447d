import { type Forest, nextNode, type Tree } from './tree';

/** Features on the way to a node, each once, with the shares of paths that go on when it is unknown or known. */
type Path = {
  readonly feature: Int32Array;
  readonly unknown: Float64Array;
  readonly known: Float64Array;
  /** Weights of the subsets of the path, by their size. */
  readonly weight: Float64Array;
};

/** What a forest says of no row in particular: its leaves weighted by the training rows in them. */
export function expectedLogOdds(forest: Forest): number {
  return forest.trees.reduce((sum, tree) => sum + expectedValue(tree, 0), forest.base);
}

function expectedValue(tree: Tree, node: number): number {
  const left = tree.child[node] ?? 0;
  if (left === 0) return tree.value[node] ?? 0;
  const share = (tree.cover[left] ?? 0) / (tree.cover[node] ?? 1);
  return share * expectedValue(tree, left) + (1 - share) * expectedValue(tree, left + 1);
}

/**
 * Exact Shapley values of a row's log-odds, one per feature (path-dependent TreeSHAP: Lundberg et al. 2020, algorithm 2).
 * With `expectedLogOdds` they sum to the row's log-odds.
 */
export function shapleyValues(forest: Forest, width: number, values: Float32Array, offset = 0): Float64Array {
  const shares = new Float64Array(width);
  const paths: Path[] = [];
  for (const tree of forest.trees) new TreeWalk(tree, values, offset, shares, paths).walk();
  return shares;
}

class TreeWalk {
  constructor(
    private readonly tree: Tree,
    private readonly values: Float32Array,
    private readonly offset: number,
    private readonly shares: Float64Array,
    /** One path per depth, kept from tree to tree: making them anew takes most of the time. */
    private readonly paths: Path[],
  ) {}

  walk(): void {
    this.visit(0, 0, 0, 1, 1, -1);
  }

  /** Goes on from a node `depth` below the root; the path to its parent has `length` entries, the split is what led here. */
  private visit(node: number, depth: number, length: number, unknown: number, known: number, split: number): void {
    const { tree } = this;
    const path = this.pathAt(depth);
    extend(path, depth === 0 ? path : this.pathAt(depth - 1), length, unknown, known, split);
    const left = tree.child[node] ?? 0;
    if (left === 0) {
      this.settle(path, length, tree.value[node] ?? 0);
      return;
    }
    const feature = tree.feature[node] ?? 0;
    const hot = nextNode(tree, node, this.values, this.offset);
    const cold = hot === left ? left + 1 : left;
    const cover = tree.cover[node] ?? 1;
    let unknownBefore = 1;
    let knownBefore = 1;
    let last = length;
    for (let at = 1; at <= length; at++) {
      if (path.feature[at] !== feature) continue;
      unknownBefore = path.unknown[at] ?? 1;
      knownBefore = path.known[at] ?? 1;
      unwind(path, length, at);
      last = length - 1;
      break;
    }
    const below = depth + 1;
    this.visit(hot, below, last + 1, (unknownBefore * (tree.cover[hot] ?? 0)) / cover, knownBefore, feature);
    this.visit(cold, below, last + 1, (unknownBefore * (tree.cover[cold] ?? 0)) / cover, 0, feature);
  }

  private pathAt(depth: number): Path {
    const path = this.paths[depth] ?? pathOf(depth + 1);
    this.paths[depth] = path;
    return path;
  }

  /** Shares a leaf's value out among the features of its path. */
  private settle(path: Path, length: number, value: number): void {
    for (let at = 1; at <= length; at++) {
      const feature = path.feature[at] ?? 0;
      const share = unwoundSum(path, length, at) * ((path.known[at] ?? 0) - (path.unknown[at] ?? 0)) * value;
      this.shares[feature] = (this.shares[feature] ?? 0) + share;
    }
  }
}

function pathOf(size: number): Path {
  return {
    feature: new Int32Array(size),
    unknown: new Float64Array(size),
    known: new Float64Array(size),
    weight: new Float64Array(size),
  };
}

/** Makes `next` the path of `length` entries with one more, the subsets' weights grown by it. */
function extend(next: Path, path: Path, length: number, unknown: number, known: number, feature: number): void {
  for (let entry = 0; entry < length; entry++) {
    next.feature[entry] = path.feature[entry] ?? 0;
    next.unknown[entry] = path.unknown[entry] ?? 0;
    next.known[entry] = path.known[entry] ?? 0;
    next.weight[entry] = path.weight[entry] ?? 0;
  }
  next.feature[length] = feature;
  next.unknown[length] = unknown;
  next.known[length] = known;
  next.weight[length] = length === 0 ? 1 : 0;
  const { weight } = next;
  for (let size = length - 1; size >= 0; size--) {
    weight[size + 1] = (weight[size + 1] ?? 0) + (known * (weight[size] ?? 0) * (size + 1)) / (length + 1);
    weight[size] = (unknown * (weight[size] ?? 0) * (length - size)) / (length + 1);
  }
}

/** Takes entry `at` out of a path whose last entry is `last`. */
function unwind(path: Path, last: number, at: number): void {
  const { weight, feature, unknown, known } = path;
  const one = known[at] ?? 0;
  const zero = unknown[at] ?? 0;
  let next = weight[last] ?? 0;
  for (let size = last - 1; size >= 0; size--) {
    if (one !== 0) {
      const held = weight[size] ?? 0;
      weight[size] = (next * (last + 1)) / ((size + 1) * one);
      next = held - ((weight[size] ?? 0) * zero * (last - size)) / (last + 1);
    } else {
      weight[size] = ((weight[size] ?? 0) * (last + 1)) / (zero * (last - size));
    }
  }
  for (let entry = at; entry < last; entry++) {
    feature[entry] = feature[entry + 1] ?? 0;
    unknown[entry] = unknown[entry + 1] ?? 0;
    known[entry] = known[entry + 1] ?? 0;
  }
}

/** The weights of a path's subsets summed as if entry `at` were not in it. */
function unwoundSum({ weight, unknown, known }: Path, last: number, at: number): number {
  const one = known[at] ?? 0;
  const zero = unknown[at] ?? 0;
  let next = weight[last] ?? 0;
  let total = 0;
  for (let size = last - 1; size >= 0; size--) {
    if (one !== 0) {
      const share = (next * (last + 1)) / ((size + 1) * one);
      total += share;
      next = (weight[size] ?? 0) - (share * zero * (last - size)) / (last + 1);
    } else {
      total += ((weight[size] ?? 0) * (last + 1)) / (zero * (last - size));
    }
  }
  return total;
}
