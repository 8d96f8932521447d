import { type Random, seededRandom } from '@/lib/kernel/prng';
import { encodePng } from './png';
import { type Material, type Shape, type Spans, shapesOf, spansOf, within } from './shapes';

export type Colour = readonly [red: number, green: number, blue: number];

const [WIDTH, HEIGHT] = [480, 360];
/** Points looked at in each direction of one point of the picture. */
const FINE = 2;

/** What is left of each colour behind a part, as scanners paint it: organic orange, mixed green, metal blue. */
const LEFT: Readonly<Record<Material, Colour>> = {
  organic: [0.97, 0.8, 0.52],
  mixed: [0.62, 0.84, 0.6],
  metal: [0.36, 0.5, 0.8],
};
const WALLS: readonly Shape[] = [
  { of: 'rect', material: 'organic', x: 0.1, y: 0.08, w: 0.8, h: 0.86 },
  { of: 'rect', material: 'organic', x: 0.12, y: 0.1, w: 0.76, h: 0.82 },
];
const GREY: Colour = [86, 84, 98];
const PAINTS: readonly Colour[] = [[58, 96, 168], [176, 64, 58], [62, 128, 92], GREY, [196, 138, 52]];

/** Adds the colours of the places of one line to what is there: pictures have hundreds of thousands, so that nothing is made for each. */
type PaintLine = (x: number, into: Float64Array, at: number) => void;

function render(lineAt: (y: number) => PaintLine): Uint8Array {
  // Values beyond the ends of a byte are cut.
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 3);
  const sums = new Float64Array(WIDTH * 3);
  for (let row = 0; row < HEIGHT; row += 1) {
    sums.fill(0);
    for (let fine = 0; fine < FINE; fine += 1) {
      const paint = lineAt((row + (fine + 0.5) / FINE) / HEIGHT);
      for (let column = 0; column < WIDTH; column += 1) {
        for (let part = 0; part < FINE; part += 1) paint((column + (part + 0.5) / FINE) / WIDTH, sums, column * 3);
      }
    }
    const at = row * WIDTH * 3;
    for (let index = 0; index < sums.length; index += 1) pixels[at + index] = (sums[index] ?? 0) / (FINE * FINE);
  }
  return encodePng(WIDTH, HEIGHT, pixels);
}

function add(into: Float64Array, at: number, red: number, green: number, blue: number): void {
  into[at] = (into[at] ?? 0) + red;
  into[at + 1] = (into[at + 1] ?? 0) + green;
  into[at + 2] = (into[at + 2] ?? 0) + blue;
}

/** What a scanner might show of the goods in their parcel, as a PNG; the same seed draws the same picture. */
export function drawScan(commodityCode: string | null, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const shapes = moved(shapesOf(commodityCode), random);
  const lines = Array.from({ length: 90 }, () => (random() - 0.5) * 5);
  const layers = [
    ...WALLS.map((shape) => ({ shape, left: leftBy(shape, 0.25) })),
    ...shapes.map((shape) => ({ shape, left: leftBy(shape, shape.isDetail ? 0.8 : 0.95) })),
  ];
  return render((y) => {
    const onLine = layers.map(({ shape, left }) => ({ spans: spansOf(shape, y), left })).filter(isThere);
    const grain = lines[Math.floor(y * lines.length)] ?? 0;
    return (x, into, at) => {
      let red = 252;
      let green = 252;
      let blue = 250;
      for (const { spans, left } of onLine) {
        if (!within(spans, x)) continue;
        red *= left[0];
        green *= left[1];
        blue *= left[2];
      }
      add(into, at, red + grain, green + grain, blue + grain);
    };
  });
}

/** Most parts lie above or below a line: none of its hundreds of points need be held against them. */
const isThere = ({ spans }: { readonly spans: Spans }): boolean => spans.length > 0;

/** What is left of each colour behind a part, the more the weaker it is painted. */
function leftBy({ material }: Shape, strength: number): Colour {
  const [red, green, blue] = LEFT[material];
  return [1 - (1 - red) * strength, 1 - (1 - green) * strength, 1 - (1 - blue) * strength];
}

/** What a seller might show of the goods, as a PNG. */
export function drawProduct(commodityCode: string | null, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const [red, green, blue] = PAINTS[Math.floor(random() * PAINTS.length)] ?? GREY;
  const shapes = shapesOf(commodityCode);
  return render((y) => {
    const onLine = shapes
      .map((shape) => ({
        spans: spansOf(shape, y),
        light: 1.24 - 0.4 * y + (shape.isDetail ? 0.45 : 0) + (shape.material === 'metal' ? 0.6 : 0),
      }))
      .filter(isThere);
    return (x, into, at) => {
      let light = 0;
      for (const one of onLine) if (within(one.spans, x)) light = one.light - 0.12 * x;
      if (light > 0) return add(into, at, red * light, green * light, blue * light);
      const far = Math.sqrt(((x - 0.5) / 0.3) ** 2 + ((y - 0.86) / 0.05) ** 2);
      const ground = 246 - 22 * y - (far < 1 ? 42 * (1 - far) : 0);
      add(into, at, ground, ground, ground + 2);
    };
  });
}

/** The same thing, lying a little elsewhere in its parcel. */
function moved(shapes: readonly Shape[], random: Random): readonly Shape[] {
  const [dx, dy] = [(random() - 0.5) * 0.12, (random() - 0.5) * 0.08];
  return shapes.map((shape) =>
    shape.of === 'polygon'
      ? { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy] as const) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );
}
