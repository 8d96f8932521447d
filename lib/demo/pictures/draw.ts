import { type Random, seededRandom } from '@/lib/kernel/prng';
import { encodePng } from './png';
import { covers, type Material, type Shape, shapesOf } from './shapes';

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
const PAINTS: readonly Colour[] = [
  [58, 96, 168],
  [176, 64, 58],
  [62, 128, 92],
  [86, 84, 98],
  [196, 138, 52],
];

type Paint = (x: number, y: number) => Colour;

function render(paint: Paint): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const sum = [0, 0, 0];
      for (let part = 0; part < FINE * FINE; part += 1) {
        const x = (column + ((part % FINE) + 0.5) / FINE) / WIDTH;
        const y = (row + (Math.floor(part / FINE) + 0.5) / FINE) / HEIGHT;
        paint(x, y).forEach((value, index) => {
          sum[index] = (sum[index] ?? 0) + value;
        });
      }
      const at = (row * WIDTH + column) * 3;
      for (let index = 0; index < 3; index += 1)
        pixels[at + index] = Math.max(0, Math.min(255, Math.round((sum[index] ?? 0) / (FINE * FINE))));
    }
  }
  return encodePng(WIDTH, HEIGHT, pixels);
}

/** What a scanner might show of the goods in their parcel, as a PNG; the same seed draws the same picture. */
export function drawScan(commodityCode: string | null, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const shapes = moved(shapesOf(commodityCode), random);
  const lines = Array.from({ length: 90 }, () => (random() - 0.5) * 5);
  return render((x, y) => {
    let [red, green, blue]: Colour = [252, 252, 250];
    for (const { shape, strength } of [
      ...WALLS.map((shape) => ({ shape, strength: 0.25 })),
      ...shapes.map((shape) => ({ shape, strength: shape.isDetail ? 0.8 : 0.95 })),
    ]) {
      if (!covers(shape, x, y)) continue;
      const [r, g, b] = LEFT[shape.material];
      red *= 1 - (1 - r) * strength;
      green *= 1 - (1 - g) * strength;
      blue *= 1 - (1 - b) * strength;
    }
    const grain = lines[Math.floor(y * lines.length)] ?? 0;
    return [red + grain, green + grain, blue + grain];
  });
}

/** What a seller might show of the goods, as a PNG. */
export function drawProduct(commodityCode: string | null, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const paint = PAINTS[Math.floor(random() * PAINTS.length)] ?? [86, 84, 98];
  const shapes = shapesOf(commodityCode);
  return render((x, y) => {
    const ground = 246 - 22 * y;
    let colour: Colour = [ground, ground, ground + 2];
    const shadow = Math.hypot((x - 0.5) / 0.3, (y - 0.86) / 0.05);
    if (shadow < 1) colour = colour.map((value) => value - 42 * (1 - shadow)) as unknown as Colour;
    for (const shape of shapes) {
      if (!covers(shape, x, y)) continue;
      const light =
        1.18 - 0.4 * y + 0.12 * (0.5 - x) + (shape.isDetail ? 0.45 : 0) + (shape.material === 'metal' ? 0.6 : 0);
      colour = paint.map((value) => value * light) as unknown as Colour;
    }
    return colour;
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
