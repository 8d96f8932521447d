import type { Random } from '@/lib/kernel/prng';
import { titleOf } from '../archetype';
import { amountText } from '../currencies';
import { between, chance, pick, weighted, whole } from '../draw';
import { lineOf, saleOf } from '../parcels';
import type { KnownParcel, Parcel, ParcelLine, Scene } from '../scene';
import { archetypeOf, drawAnyGoods } from '../sellers';

/** The parcel with every value declared at a share of the price paid; the truth holds the prices. */
export function undervalue(random: Random, parcel: Parcel, low: number, high: number): KnownParcel {
  const share = between(random, low, high);
  const trueUnitValues = Object.fromEntries(
    parcel.lines.map((line, index) => [String(index + 1), amountText(line.unitMinor, parcel.currency)]),
  );
  const lines = parcel.lines.map((line) => ({ ...line, unitMinor: Math.max(1, Math.round(line.unitMinor * share)) }));
  return { parcel: { ...parcel, lines }, truth: { outcome: 'undervalued', trueUnitValues } };
}

function withFirst(parcel: Parcel, change: (line: ParcelLine) => ParcelLine): Parcel {
  return { ...parcel, lines: parcel.lines.map((line, index) => (index === 0 ? change(line) : line)) };
}

/** Another kind of goods than that of the parcel's first line. */
function otherGoods(random: Random, parcel: Parcel) {
  let other = drawAnyGoods(random);
  while (other.hs6.slice(0, 4) === parcel.lines[0]?.archetype.hs6.slice(0, 4)) other = drawAnyGoods(random);
  return other;
}

function misclassify(random: Random, parcel: Parcel): KnownParcel {
  const truth = { outcome: 'misclassified', trueCommodityCode: parcel.lines[0]?.archetype.hs6 } as const;
  return { parcel: withFirst(parcel, (line) => ({ ...line, commodityCode: otherGoods(random, parcel).hs6 })), truth };
}

function misdescribe(random: Random, parcel: Parcel): KnownParcel {
  const first = parcel.lines[0];
  const other = otherGoods(random, parcel);
  const truth = {
    outcome: 'misdescribed',
    trueDescription: first?.description,
    trueCommodityCode: first?.archetype.hs6,
  } as const;
  const change = (line: ParcelLine) => ({ ...line, description: titleOf(random, other), commodityCode: other.hs6 });
  return { parcel: withFirst(parcel, change), truth };
}

function understateQuantity(random: Random, parcel: Parcel): KnownParcel {
  const change = (line: ParcelLine) => ({ ...line, pieces: line.quantity + whole(random, 2, 9) });
  return { parcel: withFirst(parcel, change), truth: { outcome: 'quantity' } };
}

const UNSAFE = ['toy', 'charger', 'led lamp', 'hair dryer', 'massager', 'skin care'] as const;
const COPIED = ['handbag', 'wristwatch', 'trainers', 'sunglasses', 'earphones', 'cap'] as const;

/** A toy, a charger and the like that fails the rules of product safety; nothing in the declaration tells. */
export function unsafeGoods(scene: Scene): KnownParcel {
  const seller = scene.pickSeller();
  const parcel = saleOf(scene, seller, [lineOf(scene.random, seller, archetypeOf(pick(scene.random, UNSAFE)))]);
  return { parcel, truth: { outcome: 'safety' } };
}

/** A copy of protected goods, cheap for its kind; half of the titles hint at it. */
export function copiedGoods(scene: Scene): KnownParcel {
  const { random } = scene;
  const seller = scene.pickSeller();
  const line = lineOf(random, seller, archetypeOf(pick(random, COPIED)));
  const hint = chance(random, 0.5) ? pick(random, ['mirror quality', 'replica', '1:1 AAA quality']) : null;
  const cheap = {
    ...line,
    unitMinor: Math.max(1, Math.round(line.unitMinor * between(random, 0.2, 0.5))),
    description: hint ? `${line.description}, ${hint}` : line.description,
  };
  const truth = { outcome: 'ipr', trueDescription: `Counterfeit of a registered mark: ${line.description}` } as const;
  return { parcel: saleOf(scene, seller, [cheap]), truth };
}

const drawFault = weighted([
  ['undervalued', 44],
  ['misclassified', 22],
  ['misdescribed', 18],
  ['quantity', 16],
] as const);

/** Ordinary dishonesty or carelessness: what a random draw should find now and then. */
export function spoil(random: Random, parcel: Parcel): KnownParcel {
  const fault = drawFault(random);
  if (fault === 'undervalued') return undervalue(random, parcel, 0.2, 0.6);
  if (fault === 'misclassified') return misclassify(random, parcel);
  return fault === 'misdescribed' ? misdescribe(random, parcel) : understateQuantity(random, parcel);
}
