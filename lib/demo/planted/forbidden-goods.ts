import type { Random } from '@/lib/kernel/prng';
import { toMinor } from '../currencies';
import { between, pick, weighted, whole } from '../draw';
import { saleOf } from '../parcels';
import type { KnownParcel, Planting, Scene } from '../scene';
import { archetypeOf } from '../sellers';

type Forbidden = {
  readonly outcome: 'prohibited' | 'restricted';
  /** What is declared, and the code it is declared under. */
  readonly declared: string;
  readonly code: string;
  /** What is in the box and its code, where the declaration hides it. */
  readonly truly?: readonly [description: string, code: string];
  readonly eur: number;
  readonly massG: number;
};

/** Goods that may not come in, or only with a permit; declared in plain words or under cover. */
const FORBIDDEN: readonly Forbidden[] = [
  { outcome: 'prohibited', declared: 'Switchblade knife, spring opening', code: '821193', eur: 19, massG: 160 },
  { outcome: 'prohibited', declared: 'Firecrackers, box of 50', code: '360410', eur: 14, massG: 700 },
  { outcome: 'prohibited', declared: 'Stun gun with torch', code: '930400', eur: 24, massG: 210 },
  { outcome: 'prohibited', declared: 'Pepper spray 40 ml', code: '930400', eur: 8, massG: 70 },
  { outcome: 'prohibited', declared: 'Cannabis seeds, feminised', code: '120999', eur: 35, massG: 12 },
  {
    outcome: 'prohibited',
    declared: 'Herbal room incense',
    code: '330749',
    truly: ['Synthetic cannabinoid, 50 g', '293499'],
    eur: 28,
    massG: 60,
  },
  {
    outcome: 'prohibited',
    declared: 'Metal paperweight with four rings',
    code: '732690',
    truly: ['Knuckle duster, brass', '930700'],
    eur: 11,
    massG: 180,
  },
  {
    outcome: 'prohibited',
    declared: 'Engine cleaning kit, aluminium tube',
    code: '761699',
    truly: ['Firearm silencer in parts', '930520'],
    eur: 42,
    massG: 520,
  },
  {
    outcome: 'prohibited',
    declared: 'Bath salt sachets',
    code: '330730',
    truly: ['Cathinone powder, 20 g', '293499'],
    eur: 31,
    massG: 40,
  },
  { outcome: 'restricted', declared: 'Melatonin tablets 5 mg, 60 pieces', code: '300490', eur: 16, massG: 70 },
  { outcome: 'restricted', declared: 'E-liquid with nicotine 20 mg, 50 ml', code: '240412', eur: 12, massG: 90 },
  { outcome: 'restricted', declared: 'Vegetable seeds, mixed, 40 sachets', code: '120991', eur: 7, massG: 60 },
  { outcome: 'restricted', declared: 'Python leather wallet', code: '420231', eur: 58, massG: 110 },
  { outcome: 'restricted', declared: 'Coloured contact lens, pair', code: '900130', eur: 13, massG: 30 },
  { outcome: 'restricted', declared: 'Laser pointer 500 mW green', code: '901320', eur: 22, massG: 90 },
  { outcome: 'restricted', declared: 'Beef jerky, 6 bags', code: '160250', eur: 27, massG: 620 },
  { outcome: 'restricted', declared: 'Carved ivory figure', code: '960110', eur: 140, massG: 120 },
  {
    outcome: 'restricted',
    declared: 'Plastic beads for craft work',
    code: '392690',
    truly: ['Sildenafil tablets, 100 pieces', '300490'],
    eur: 18,
    massG: 80,
  },
  {
    outcome: 'restricted',
    declared: 'Green tea bags for morning',
    code: '090210',
    truly: ['Slimming tea with sibutramine', '300490'],
    eur: 15,
    massG: 120,
  },
  {
    outcome: 'restricted',
    declared: 'Car radio antenna',
    code: '852910',
    truly: ['GPS jammer for cigarette lighter socket', '854370'],
    eur: 26,
    massG: 100,
  },
  {
    outcome: 'restricted',
    declared: 'Wooden ornament',
    code: '442090',
    truly: ['Carved ivory pendant', '960110'],
    eur: 45,
    massG: 60,
  },
];

const drawPartner = weighted([
  ['lowland-post', 50],
  ['harbour-lane', 20],
  ['mosaic-bazaar', 15],
  ['northwing-express', 15],
] as const);

function forbiddenParcel(scene: Scene, goods: Forbidden): KnownParcel {
  const seller = scene.pickSeller();
  const line = {
    archetype: archetypeOf('steel article'),
    description: goods.declared,
    commodityCode: goods.code,
    originCountry: seller.party.country,
    quantity: 1,
    unitMinor: toMinor(goods.eur * between(scene.random, 0.7, 1.4), seller.currency),
    unitMassG: Math.round(goods.massG * between(scene.random, 0.9, 1.2)),
  };
  const [trueDescription, trueCommodityCode] = goods.truly ?? [];
  const hidden = trueDescription ? { trueDescription, trueCommodityCode } : {};
  return { parcel: saleOf(scene, seller, [line]), truth: { outcome: goods.outcome, ...hidden } };
}

/** Goods of an outcome under their own name and code, for a list of controls to find. */
export function plainlyForbidden(scene: Scene, outcome: Forbidden['outcome']): KnownParcel {
  const plain = FORBIDDEN.filter((goods) => goods.outcome === outcome && goods.truly === undefined);
  return forbiddenParcel(scene, pick(scene.random, plain));
}

/** Prohibited and restricted goods, each of the list in turn. */
export function plantForbiddenGoods(random: Random, count: number, days: number): Planting[] {
  return Array.from({ length: count }, (_, index) => {
    const goods = FORBIDDEN[index % FORBIDDEN.length] ?? pick(random, FORBIDDEN);
    return {
      dayIndex: whole(random, 0, days - 1),
      partner: drawPartner(random),
      build: (scene: Scene) => forbiddenParcel(scene, goods),
    };
  });
}
