import type { Random } from '@/lib/kernel/prng';
import { pick, weighted, whole } from './draw';
import type { DemoParty } from './people';

type Origin = {
  readonly country: string;
  readonly weight: number;
  readonly cities: readonly (readonly [city: string, postcode: string])[];
  readonly suffixes: readonly string[];
  readonly streets: readonly string[];
  readonly people: readonly string[];
};

/**
 * Where goods are sent from. China's lead follows the EU's 2024 figure for low-value items and the wish of a demo for
 * variety; the rest follows the IPC cross-border shopper survey, which puts the United States and Britain next.
 */
export const DISPATCH_ORIGINS: readonly Origin[] = [
  {
    country: 'CN',
    weight: 69,
    cities: [
      ['Shenzhen', '518000'],
      ['Guangzhou', '510000'],
      ['Yiwu', '322000'],
      ['Hangzhou', '310000'],
      ['Dongguan', '523000'],
    ],
    suffixes: ['Trading Co Ltd', 'Technology Co Ltd', 'E-Commerce Co Ltd', 'Electronics Co Ltd', 'Garment Factory'],
    streets: ['Longhua Road', 'Industrial 2nd Road', 'Chouzhou North Road', 'Baiyun Avenue', 'Bantian Street'],
    people: ['Li Wen', 'Zhang Qiaoyu', 'Chen Minghao', 'Wu Yalin'],
  },
  {
    country: 'US',
    weight: 9.5,
    cities: [
      ['Portland', '97205'],
      ['Columbus', '43215'],
      ['Austin', '78701'],
    ],
    suffixes: ['LLC', 'Inc', 'Supply Co', 'Outfitters'],
    streets: ['Maple Avenue', 'Harbor Drive', 'Commerce Street'],
    people: ['Dana Whitlow', 'Morgan Peale', 'Casey Arden'],
  },
  {
    country: 'GB',
    weight: 9,
    cities: [
      ['Leeds', 'LS1 4AP'],
      ['Bristol', 'BS1 6XN'],
      ['Manchester', 'M1 2WD'],
    ],
    suffixes: ['Ltd', 'Crafts Ltd', 'Retail Ltd', '& Daughters'],
    streets: ['Mill Lane', 'Station Road', 'Canal Street'],
    people: ['Hazel Thornby', 'Owen Marchbank', 'Priya Lunt'],
  },
  {
    country: 'HK',
    weight: 5,
    cities: [['Hong Kong', '']],
    suffixes: ['(HK) Limited', 'International Limited', 'Logistics Limited'],
    streets: ['Kwai Fuk Road', 'Tai Lin Pai Road'],
    people: ['Lau Ka Yan', 'Cheung Siu Fung'],
  },
  {
    country: 'JP',
    weight: 4,
    cities: [
      ['Osaka', '530-0001'],
      ['Nagoya', '450-0002'],
    ],
    suffixes: ['KK', 'Shoten', 'Hobby Co'],
    streets: ['Umeda 2-chome', 'Meieki 4-chome'],
    people: ['Aoi Kitahara', 'Ren Murase'],
  },
  {
    country: 'KR',
    weight: 2.5,
    cities: [
      ['Seoul', '04524'],
      ['Busan', '48058'],
    ],
    suffixes: ['Co Ltd', 'Beauty Co Ltd'],
    streets: ['Toegye-ro', 'Centum jungang-ro'],
    people: ['Han Seoyun', 'Baek Jiho'],
  },
  {
    country: 'TR',
    weight: 2.4,
    cities: [
      ['Istanbul', '34200'],
      ['Bursa', '16010'],
    ],
    suffixes: ['Tekstil AS', 'Dis Ticaret Ltd'],
    streets: ['Merter Caddesi', 'Ulu Sokak'],
    people: ['Deniz Aksoylu', 'Elif Tanören'],
  },
  {
    country: 'IN',
    weight: 2.2,
    cities: [
      ['Jaipur', '302001'],
      ['Mumbai', '400001'],
    ],
    suffixes: ['Exports Pvt Ltd', 'Handlooms'],
    streets: ['Johari Bazaar', 'Station Road'],
    people: ['Ananya Rathore', 'Vikram Solanke'],
  },
  {
    country: 'VN',
    weight: 1.6,
    cities: [['Ho Chi Minh City', '700000']],
    suffixes: ['Co Ltd', 'Export JSC'],
    streets: ['Duong Lang Tre', 'Cong Hoa Street'],
    people: ['Tran Bao Chi', 'Vo Minh Duc'],
  },
  {
    country: 'CH',
    weight: 1.8,
    cities: [
      ['Basel', '4051'],
      ['Biel', '2502'],
    ],
    suffixes: ['AG', 'GmbH'],
    streets: ['Rheingasse', 'Seevorstadt'],
    people: ['Nina Aeschlin', 'Beat Rüdlinger'],
  },
];

const FIRST_PARTS =
  'Bright Lucky Golden Silver Blue Green Swift Happy Grand Prime Clear Star Jade Lotus River Harvest Cedar Amber Coral Ivy'.split(
    ' ',
  );
const SECOND_PARTS =
  'leaf wave stone field bridge peak light garden harbor spring feather crown orchard willow meadow thread anchor hill'.split(
    ' ',
  );

const drawOrigin = weighted(DISPATCH_ORIGINS.map((origin) => [origin, origin.weight] as const));

/** The origin of a country code. @throws RangeError for a country the demo has no senders in. */
export function originOf(country: string): Origin {
  const origin = DISPATCH_ORIGINS.find((candidate) => candidate.country === country);
  if (!origin) throw new RangeError(`no demo senders in ${country}`);
  return origin;
}

function place(random: Random, origin: Origin): Omit<DemoParty, 'name'> {
  const [city, postcode] = pick(random, origin.cities);
  const address = `${whole(random, 1, 980)} ${pick(random, origin.streets)}`;
  return { address, city, postcode, country: origin.country, phone: null, email: null };
}

/** An invented trading company, in the given country or in one drawn from the mix of origins. */
export function inventCompany(random: Random, country?: string): DemoParty {
  const origin = country ? originOf(country) : drawOrigin(random);
  const seat = place(random, origin);
  const fancy = `${pick(random, FIRST_PARTS)}${pick(random, SECOND_PARTS)}`;
  const name = origin.country === 'CN' ? `${seat.city} ${fancy}` : fancy;
  return { ...seat, name: `${name} ${pick(random, origin.suffixes)}` };
}

/** An invented private person abroad who sends a gift or a return. */
export function inventForeigner(random: Random): DemoParty {
  const origin = drawOrigin(random);
  const [given] = pick(random, origin.people).split(' ');
  const [, ...rest] = pick(random, origin.people).split(' ');
  return { ...place(random, origin), name: [given, ...rest].join(' ') };
}
