/** What a part is made of, as a dual-energy scanner tells it apart. */
export type Material = 'organic' | 'mixed' | 'metal';

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** A part of a thing in a field of 0 to 1, y downwards. `ring`: the share of an ellipse that is hollow. */
export type Shape = { readonly material: Material; readonly isDetail?: boolean } & (
  | ({ readonly of: 'rect' | 'ellipse'; readonly ring?: number } & Box)
  | { readonly of: 'polygon'; readonly points: readonly (readonly [x: number, y: number])[] }
);

const rect = (material: Material, x: number, y: number, w: number, h: number, isDetail = false): Shape => ({
  of: 'rect',
  material,
  x,
  y,
  w,
  h,
  isDetail,
});
const ellipse = (material: Material, x: number, y: number, w: number, h: number, ring?: number): Shape => ({
  of: 'ellipse',
  material,
  x,
  y,
  w,
  h,
  ring,
});
const polygon = (material: Material, ...points: readonly (readonly [number, number])[]): Shape => ({
  of: 'polygon',
  material,
  points,
});

const DEVICE = [
  rect('mixed', 0.34, 0.18, 0.32, 0.64),
  rect('mixed', 0.37, 0.23, 0.26, 0.46, true),
  rect('metal', 0.39, 0.26, 0.1, 0.2, true),
  rect('metal', 0.52, 0.3, 0.08, 0.32, true),
  ellipse('metal', 0.47, 0.72, 0.06, 0.07),
];
const SHIRT = [
  polygon(
    'organic',
    [0.36, 0.2],
    [0.44, 0.26],
    [0.56, 0.26],
    [0.64, 0.2],
    [0.82, 0.34],
    [0.74, 0.46],
    [0.66, 0.41],
    [0.66, 0.82],
    [0.34, 0.82],
    [0.34, 0.41],
    [0.26, 0.46],
    [0.18, 0.34],
  ),
  ellipse('mixed', 0.49, 0.4, 0.02, 0.025),
  ellipse('mixed', 0.49, 0.52, 0.02, 0.025),
  ellipse('mixed', 0.49, 0.64, 0.02, 0.025),
];
const SHOE = [
  polygon('organic', [0.2, 0.38], [0.34, 0.36], [0.44, 0.5], [0.76, 0.58], [0.82, 0.68], [0.2, 0.68]),
  polygon('mixed', [0.18, 0.68], [0.83, 0.68], [0.82, 0.76], [0.18, 0.76]),
  ellipse('metal', 0.36, 0.46, 0.025, 0.03),
  ellipse('metal', 0.41, 0.51, 0.025, 0.03),
];
const RING = [ellipse('metal', 0.33, 0.34, 0.34, 0.44, 0.74), ellipse('metal', 0.45, 0.24, 0.1, 0.14)];
const BOTTLE = [
  rect('organic', 0.38, 0.34, 0.24, 0.5),
  rect('organic', 0.45, 0.22, 0.1, 0.12),
  rect('mixed', 0.43, 0.15, 0.14, 0.08),
  rect('mixed', 0.4, 0.5, 0.2, 0.18, true),
];
const TOY = [
  ellipse('organic', 0.35, 0.42, 0.3, 0.42),
  ellipse('organic', 0.38, 0.2, 0.24, 0.28),
  ellipse('organic', 0.36, 0.17, 0.09, 0.1),
  ellipse('organic', 0.55, 0.17, 0.09, 0.1),
  ellipse('mixed', 0.44, 0.3, 0.025, 0.03),
  ellipse('mixed', 0.53, 0.3, 0.025, 0.03),
];
const BAG = [
  rect('organic', 0.28, 0.4, 0.44, 0.42),
  ellipse('organic', 0.38, 0.2, 0.24, 0.4, 0.82),
  rect('metal', 0.46, 0.46, 0.08, 0.05),
];
const CARTON = [
  rect('organic', 0.28, 0.3, 0.44, 0.48),
  rect('organic', 0.33, 0.36, 0.16, 0.36, true),
  rect('mixed', 0.52, 0.36, 0.15, 0.16, true),
  rect('mixed', 0.52, 0.56, 0.15, 0.16, true),
];

const BY_CHAPTER: Readonly<Record<string, readonly Shape[]>> = {
  '30': BOTTLE,
  '33': BOTTLE,
  '34': BOTTLE,
  '42': BAG,
  '61': SHIRT,
  '62': SHIRT,
  '63': SHIRT,
  '64': SHOE,
  '71': RING,
  '84': DEVICE,
  '85': DEVICE,
  '90': DEVICE,
  '91': RING,
  '95': TOY,
};

/** The shapes of goods by the chapter of their commodity code; a carton where nothing is known of them. */
export const shapesOf = (commodityCode: string | null): readonly Shape[] =>
  BY_CHAPTER[(commodityCode ?? '').slice(0, 2)] ?? CARTON;

/** From where to where a shape goes along a line across the field, in order; both ends are within it. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** What of a shape lies on the line `y`. A line is drawn of hundreds of points, which then are only held against its ends. */
export function spansOf(shape: Shape, y: number): Spans {
  if (shape.of === 'polygon') return crossings(shape.points, y);
  const { x, w } = shape;
  const v = (y - shape.y) / shape.h;
  if (v < 0 || v > 1) return [];
  if (shape.of === 'rect') return [[x, x + w]];
  const half = (radius: number) => (Math.sqrt(Math.max(0, radius ** 2 - (2 * v - 1) ** 2)) * w) / 2;
  const middle = x + w / 2;
  const [outer, inner] = [half(1), half(shape.ring ?? 0)];
  if (inner === 0) return [[middle - outer, middle + outer]];
  return [
    [middle - outer, middle - inner],
    [middle + inner, middle + outer],
  ];
}

/** Even-odd rule: between the first and the second crossing, the third and the fourth. */
function crossings(points: readonly (readonly [number, number])[], y: number): Spans {
  const found = points
    .flatMap(([ax, ay], index) => {
      const [bx, by] = points[(index + 1) % points.length] ?? [0, 0];
      return ay > y !== by > y ? [((bx - ax) * (y - ay)) / (by - ay) + ax] : [];
    })
    .sort((a, b) => a - b);
  return found.flatMap((to, index) => (index % 2 === 1 ? [[found[index - 1] ?? to, to] as const] : []));
}

/** Whether a place on their line lies within spans. */
export function within(spans: Spans, x: number): boolean {
  for (const span of spans) if (x >= span[0] && x <= span[1]) return true;
  return false;
}
