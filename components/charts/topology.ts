/** What of the TopoJSON format (version 3, quantised) a map of countries needs. */
export type Topology = {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly TopologyShape[] } };
};
type TopologyShape = { readonly id?: string | number; readonly type: string; readonly arcs?: unknown };

/** A shape to draw: its outline as an SVG path, and the box it fills. */
export type MapShape = {
  /** The numeric code of the country (ISO 3166-1); null where it has none. */
  readonly code: string | null;
  readonly path: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

type Point = readonly [x: number, y: number];

/** Pixels of the whole map across; everything is drawn to its tenth. */
export const MAP_WIDTH = 1_000;
/** Points of an outline nearer than this to the one before are left out, on both sides of a border alike. */
const NEAR_PX = 0.8;
/** A closed outline with fewer has no inside. */
const RING_POINTS_MIN = 4;
/** Islands smaller than this are left out beside the mainland. */
const ISLAND_PX = 1.2;

// Equal Earth (Savric, Patterson and Jenny 2018): areas are true to each other, as a map that colours by country must be.
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const HALF_WIDTH = 2.706629983;
const SCALE = MAP_WIDTH / (2 * HALF_WIDTH);

/** Degrees as pixels; the pole and the equator of the map lie where the projection puts them. */
export function projected(longitude: number, latitude: number): Point {
  const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const square = angle * angle;
  const sixth = square * square * square;
  const x =
    (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(angle)) /
    (3 * (9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1));
  const y = angle * (A4 * sixth * square + A3 * sixth + A2 * square + A1);
  return [(x + HALF_WIDTH) * SCALE, -y * SCALE];
}

/** The shapes of all countries. An arc shared by two of them is thinned once, so that their border stays one line. */
export function shapesOf(topology: Topology): MapShape[] {
  const arcs = topology.arcs.map((arc) => thinned(pointsOf(arc, topology.transform)));
  return topology.objects.countries.geometries.flatMap((shape) => {
    const rings = ringsOf(shape).flatMap((ring) => cutApart(ringPoints(ring, arcs)));
    const boxes = rings.map(boxOf);
    const largest = boxes.reduce((most, box) => (areaOf(box) > areaOf(most) ? box : most), boxes[0] ?? NO_BOX);
    const kept = rings.filter((_, at) => {
      const box = boxes[at] ?? NO_BOX;
      return box === largest || Math.max(box.width, box.height) >= ISLAND_PX;
    });
    if (kept.length === 0) return [];
    return [{ code: codeOf(shape), path: kept.map(pathOf).join(''), box: largest }];
  });
}

const codeOf = ({ id }: TopologyShape): string | null => (id === undefined ? null : String(id).padStart(3, '0'));

function pointsOf(arc: readonly (readonly number[])[], { scale, translate }: Topology['transform']): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return projected(x * (scale[0] ?? 1) + (translate[0] ?? 0), y * (scale[1] ?? 1) + (translate[1] ?? 0));
  });
}

const isClosed = (points: readonly Point[]): boolean => points[0]?.join() === points.at(-1)?.join();

function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [at, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = at === 0 || at === points.length - 1;
    if (isEnd || !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR_PX) kept.push(point);
  }
  // An island of one outline would be thinned to nothing.
  return isClosed(points) && kept.length < RING_POINTS_MIN ? [...points] : kept;
}

/** The rings of a polygon or of several, each a list of arcs; one that is walked backwards has its index complemented. */
function ringsOf({ type, arcs }: TopologyShape): number[][] {
  if (type === 'Polygon') return arcs as number[][];
  return type === 'MultiPolygon' ? (arcs as number[][][]).flat() : [];
}

function ringPoints(ring: readonly number[], arcs: readonly (readonly Point[])[]): Point[] {
  return ring.flatMap((index, at) => {
    const points = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
    return at === 0 ? points : points.slice(1);
  });
}

/** Half the map: two neighbours of an outline farther apart lie on both sides of the 180th meridian. */
const ACROSS = MAP_WIDTH / 2;

/** An outline that crosses the 180th meridian as the pieces on either side of it; any other as it is. */
function cutApart(ring: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of ring) {
    const last = pieces.at(-1)?.at(-1);
    if (last && Math.abs(point[0] - last[0]) > ACROSS) pieces.push([]);
    pieces.at(-1)?.push(point);
  }
  if (pieces.length === 1) return pieces;
  // The outline begins and ends at one point: its first and last pieces are one.
  const [first = [], ...others] = pieces;
  const last = others.pop() ?? [];
  return [[...last, ...first], ...others];
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);
const pathOf = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`;

type Box = MapShape['box'];
const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };
const areaOf = ({ width, height }: Box): number => width * height;

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
