export type Tile = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Sized = { readonly key: string; readonly value: number };

/**
 * Lays values out as tiles that fill a box, areas in the proportion of the values, each as near a square as the order allows
 * (Bruls, Huizing and van Wijk 2000). Values must come largest first; what is not above nothing has no tile.
 */
export function tilesOf(values: readonly Sized[], width: number, height: number): Tile[] {
  const shown = values.filter(({ value }) => value > 0);
  const whole = shown.reduce((sum, { value }) => sum + value, 0);
  const areas = shown.map(({ key, value }) => ({ key, value: (value / whole) * width * height }));
  const tiles: Tile[] = [];
  let box = { x: 0, y: 0, width, height };
  for (let start = 0; start < areas.length; ) {
    const side = Math.min(box.width, box.height);
    let end = start + 1;
    while (end < areas.length && worst(areas.slice(start, end + 1), side) <= worst(areas.slice(start, end), side))
      end += 1;
    const row = areas.slice(start, end);
    tiles.push(...laid(row, box));
    box = without(row, box);
    start = end;
  }
  return tiles;
}

type Box = Omit<Tile, 'key'>;
const sumOf = (row: readonly Sized[]): number => row.reduce((sum, { value }) => sum + value, 0);

/** How far from a square the longest tile of a row along a side is. */
function worst(row: readonly Sized[], side: number): number {
  const depth = sumOf(row) / side;
  return Math.max(...row.map(({ value }) => Math.max(value / depth / depth, depth / (value / depth))));
}

function laid(row: readonly Sized[], box: Box): Tile[] {
  const isUpright = box.width >= box.height;
  const depth = sumOf(row) / (isUpright ? box.height : box.width);
  let at = isUpright ? box.y : box.x;
  return row.map(({ key, value }) => {
    const length = value / depth;
    const tile = isUpright
      ? { key, x: box.x, y: at, width: depth, height: length }
      : { key, x: at, y: box.y, width: length, height: depth };
    at += length;
    return tile;
  });
}

function without(row: readonly Sized[], box: Box): Box {
  if (box.width >= box.height) {
    const depth = sumOf(row) / box.height;
    return { ...box, x: box.x + depth, width: box.width - depth };
  }
  const depth = sumOf(row) / box.width;
  return { ...box, y: box.y + depth, height: box.height - depth };
}
