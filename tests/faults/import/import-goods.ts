/** Offices that every database has. */
export const OFFICES = ['DEFRA', 'NLRTM', 'NLAMS', 'BELGG', 'FRCDG'] as const;

/** Recipients come again: few enough that addresses gather parcels, as buyers of the real world do. */
export const PEOPLE = 9_000;

/** Invented. */
export const SELLERS = [
  ...Array.from({ length: 120 }, (_, index) => ({
    name: `Bright Harbour ${index} Trading`,
    city: 'Shenzhen',
    country: 'CN',
  })),
  ...Array.from({ length: 30 }, (_, index) => ({ name: `Lotus ${index} Exports`, city: 'Hanoi', country: 'VN' })),
  ...Array.from({ length: 15 }, (_, index) => ({ name: `Prairie Goods ${index} LLC`, city: 'Austin', country: 'US' })),
];

/** Plain goods, vague words, and words that ask for a look; none that says nothing at all, which would be refused. */
export const GOODS = [
  'Cotton T-shirt, knitted, printed',
  'Silicone phone case',
  'Bluetooth earphones, in-ear',
  'Stainless steel water bottle 0.75 l',
  'Children’s puzzle, 100 pieces',
  'LED desk lamp with USB plug',
  'Running shoes, textile upper',
  'Ceramic mug "good morning"',
  'Women’s dress, polyester',
  'Lithium battery 18650, loose',
  'Replica watch',
  'Gift set of soap',
  'Accessories for phones',
  'Vitamin D3 tablets, 120 pieces',
] as const;

export const CODES = [
  ...['610910', '392690', '851830', '732393', '950300', '940521', '640419', '691200', '620443', '850760', '910211'],
  ...['210690', '420222', '711719', '61091000', '9503009590'],
] as const;

/** One fault each, as partners make them. */
export const SPOILS: readonly Readonly<Record<string, string>>[] = [
  { value: '12,50' },
  { value: '1e3' },
  { value: '' },
  { currency: 'ZZZ' },
  { description: '' },
  { recipient_country: 'Holland' },
  { recipient_name: '' },
  { commodity_code: '12345' },
  { expected_arrival_at: '31-12-2026' },
  { office: 'XXXXX' },
  { reference: '' },
  { quantity: '0' },
];
