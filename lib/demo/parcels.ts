import type { Random } from '@/lib/kernel/prng';
import { type Archetype, titleOf } from './archetype';
import { inventForeigner } from './companies';
import { type DemoCurrency, toEur, toMinor } from './currencies';
import { between, chance, logNormal, weighted, whole } from './draw';
import type { Parcel, ParcelLine, Scene } from './scene';
import { archetypeOf, drawAnyGoods, type Seller } from './sellers';

const drawLineCount = weighted([
  [1, 74],
  [2, 15],
  [3, 6],
  [4, 3],
  [5, 2],
] as const);
const drawQuantity = weighted([
  [1, 78],
  [2, 13],
  [3, 5],
  [5, 3],
  [10, 1],
] as const);
const drawType = weighted([
  ['sale', 92],
  ['gift', 4],
  ['documents', 1.5],
  ['returned_goods', 1.3],
  ['sample', 1],
  ['other', 0.2],
] as const);
const drawOtherOrigin = weighted([
  ['CN', 60],
  ['VN', 14],
  ['IN', 8],
  ['TR', 6],
  ['JP', 6],
  ['KR', 6],
] as const);

// About one consignment in five of Korea Customs' synthetic declarations has an origin other than its dispatch country;
// here the share is lower, since most goods are sent from where they are made.
function originFor(random: Random, dispatchCountry: string): string {
  if (dispatchCountry === 'CN') return chance(random, 0.97) ? 'CN' : drawOtherOrigin(random);
  if (dispatchCountry === 'HK') return 'CN';
  return chance(random, 0.66) ? dispatchCountry : drawOtherOrigin(random);
}

/** One true line of an archetype, priced and weighed for a piece. Dear goods come singly. */
export function drawLine(random: Random, archetype: Archetype, currency: DemoCurrency, country: string): ParcelLine {
  const floor = archetype.medianEur * 0.4;
  const price = Math.min(
    Math.max(logNormal(random, archetype.medianEur, archetype.sigma), floor),
    archetype.medianEur * 8,
  );
  return {
    archetype,
    description: titleOf(random, archetype),
    commodityCode: archetype.hs6,
    originCountry: originFor(random, country),
    quantity: price > 40 ? 1 : drawQuantity(random),
    unitMinor: toMinor(price, currency),
    unitMassG: Math.max(3, Math.round(archetype.massG * between(random, 0.82, 1.22))),
  };
}

/** Worth of the goods in euro, for steering the stream. */
export function worthEur(parcel: Pick<Parcel, 'lines' | 'currency'>): number {
  return parcel.lines.reduce((sum, line) => sum + toEur(line.unitMinor * line.quantity, parcel.currency), 0);
}

/** A sale of the given lines by a shop to somebody, all of it true. */
export function saleOf(scene: Scene, seller: Seller, lines: readonly ParcelLine[]): Parcel {
  const { random } = scene;
  const country = seller.party.country;
  return {
    sender: seller.party,
    recipient: scene.pickRecipient(),
    // Some Chinese and Vietnamese goods leave by Hong Kong.
    dispatchCountry: (country === 'CN' || country === 'VN') && chance(random, 0.05) ? 'HK' : country,
    transactionType: 'sale',
    marketplace: seller.marketplace,
    sellerName: seller.marketplace && chance(random, 0.8) ? seller.party.name : null,
    schemeId: seller.schemeId,
    currency: seller.currency,
    lines,
  };
}

/** One line of a shop: of the given archetype or of what it sells. */
export function lineOf(random: Random, seller: Seller, archetype = seller.drawGoods(random)): ParcelLine {
  return drawLine(random, archetype, seller.currency, seller.party.country);
}

function privateParcel(scene: Scene, lines: (currency: DemoCurrency, country: string) => ParcelLine[]): Parcel {
  const sender = inventForeigner(scene.random);
  const currency = sender.country === 'GB' ? 'GBP' : sender.country === 'CN' ? 'CNY' : 'USD';
  return {
    sender,
    recipient: scene.pickRecipient(),
    dispatchCountry: sender.country,
    transactionType: 'gift',
    marketplace: null,
    sellerName: null,
    schemeId: null,
    currency,
    lines: lines(currency, sender.country),
  };
}

function gift(scene: Scene): Parcel {
  const { random } = scene;
  return privateParcel(scene, (currency, country) =>
    Array.from({ length: whole(random, 1, 2) }, () => {
      let archetype = drawAnyGoods(random);
      while (archetype.medianEur > 30) archetype = drawAnyGoods(random);
      return { ...drawLine(random, archetype, currency, country), quantity: 1 };
    }),
  );
}

function documents(scene: Scene): Parcel {
  const texts = [
    'Signed contract papers, no commercial value',
    'University certificates',
    'Bank statements and letters',
  ];
  const parcel = privateParcel(scene, (currency, country) => {
    const line = drawLine(scene.random, archetypeOf('book'), currency, country);
    const description = texts[whole(scene.random, 0, texts.length - 1)] ?? 'University certificates';
    // Papers are declared at a nominal value of one euro: many systems of senders refuse zero.
    return [
      { ...line, description, quantity: 1, unitMinor: toMinor(1, currency), unitMassG: whole(scene.random, 40, 220) },
    ];
  });
  return { ...parcel, transactionType: 'documents' };
}

/** A consignment as the stream is made of, true in every word. */
export function ordinaryParcel(scene: Scene): Parcel {
  const { random } = scene;
  const type = drawType(random);
  if (type === 'gift') return gift(scene);
  if (type === 'documents') return documents(scene);
  const seller = scene.pickSeller();
  const lines = Array.from({ length: drawLineCount(random) }, () => lineOf(random, seller));
  const parcel = saleOf(scene, seller, lines);
  if (type === 'sale') return parcel;
  return { ...parcel, transactionType: type, schemeId: null, marketplace: null, sellerName: null };
}
