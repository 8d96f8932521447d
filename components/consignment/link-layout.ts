/** Size of a node and the room between, in pixels at the usual size of text. */
export const NODE = { width: 200, height: 44, gapX: 44, gapY: 8 } as const;

/** Rows left free above a column at most. */
const ROWS_ABOVE = 2;

export type LinkNode = { readonly id: string };
type Edge = { readonly from: string; readonly to: string };
export type PlacedNode<N> = { readonly node: N; readonly x: number; readonly y: number };
export type LinkLayout<N> = {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly (readonly PlacedNode<N>[])[];
  /** Curves from the end of one node to the start of another. */
  readonly edges: readonly (Edge & { readonly path: string })[];
};

/**
 * Columns of nodes from start to end, each in the middle of the height though near the top of a tall one, where a narrow window
 * begins; its nodes in the order of those they hang on, so that few lines cross. An edge to a node that is not there is left out; one within a column or backwards is drawn all the same.
 */
export function layoutOf<N extends LinkNode>(
  columns: readonly (readonly N[])[],
  edges: readonly Edge[],
): LinkLayout<N> {
  const { width, height, gapX, gapY } = NODE;
  const filled = columns.filter((column) => column.length > 0);
  const most = Math.max(1, ...filled.map((column) => column.length));
  const whole = most * (height + gapY) - gapY;
  const places = new Map<string, { x: number; y: number }>();
  const placed = filled.map((column, index) => {
    const middle = (whole - (column.length * (height + gapY) - gapY)) / 2;
    const top = Math.min(middle, ROWS_ABOVE * (height + gapY));
    const ordered = index < 2 ? column : sortedBy(column, (node) => meanPlace(node.id, edges, places));
    return ordered.map((node, row) => {
      const at = { x: index * (width + gapX), y: top + row * (height + gapY) };
      places.set(node.id, at);
      return { node, ...at };
    });
  });
  return {
    width: filled.length * (width + gapX) - gapX,
    height: whole,
    columns: placed,
    edges: edges.flatMap((edge) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      return from && to ? [{ ...edge, path: curve(from, to) }] : [];
    }),
  };
}

function sortedBy<N>(column: readonly N[], rank: (node: N) => number): readonly N[] {
  return column
    .map((node, index) => ({ node, index, rank: rank(node) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ node }) => node);
}

/** Mean height of the nodes before it that a node hangs on; last where it hangs on none. */
function meanPlace(id: string, edges: readonly Edge[], places: ReadonlyMap<string, { y: number }>): number {
  const before = edges.flatMap((edge) => (edge.to === id ? (places.get(edge.from)?.y ?? []) : []));
  return before.length === 0 ? Number.MAX_SAFE_INTEGER : before.reduce((sum, y) => sum + y, 0) / before.length;
}

type Place = { readonly x: number; readonly y: number };

function curve(from: Place, to: Place): string {
  const [x1, y1, x2, y2] = [from.x + NODE.width, from.y + NODE.height / 2, to.x, to.y + NODE.height / 2];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
