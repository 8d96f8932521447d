import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import revenue from '@/lib/messages/en/revenue.json';
import risk from '@/lib/messages/en/risk.json';
import { PARAMETERS } from '@/lib/policy/parameters';
import { assessed } from '@/tests/support/assessed';
import { aHistory, aMatch, anItem, aRecord } from '@/tests/support/records';
import { INDICATOR_CODES, type Indicator } from './types';

const translate = createTranslator({
  locale: 'en',
  messages: { risk, revenue },
  onError: (error) => {
    throw error;
  },
});
type Key = Parameters<typeof translate>[0];
const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  translate(key as Key, values as never);
const sentence = (indicator: Indicator) => say(`risk.indicator.${indicator.code}.sentence`, indicator.values);

const { sender, recipient } = aRecord();
const band = {
  level: 'heading_origin',
  key: '8517:CN',
  count: 212,
  lowMinor: 6000n,
  medianMinor: 14800n,
  highMinor: 42000n,
};
const phone = aRecord({ items: [anItem({ description: 'Smartphone', commodityCode: '851713', value: '9.90' })] });

describe('the sentences an officer reads', () => {
  it('names the values an undervaluation rests on', () => {
    const { indicators } = assessed(phone, { bands: new Map([[1, { ...band, level: 'heading_origin' as const }]]) });
    expect(indicators.map(sentence)).toContain(
      'Declared 9.90 EUR a piece; consignments of heading 8517 from CN usually stand at 148.00 EUR (212 seen).',
    );
  });

  it('prints the sum of each charge', () => {
    const { charges } = assessed(
      aRecord({ items: [anItem({ value: '200.00' })], transportCost: '10.00', transportCurrency: 'EUR' }),
    );
    expect(charges.lines.map((line) => say(`revenue.working.${line.working.code}`, line.working.values))).toEqual([
      '12 % of 210.00 = 25.20 EUR (code 610910)',
      '210.00 + duty 25.20 = 235.20 EUR; 21 % of 235.20 = 49.39 EUR',
    ]);
  });

  it.each([
    ['unknown', 'has no word that is known to name goods'],
    ['material', 'says what the goods are made of, not what they are'],
    ['category', 'names a kind of trade, not the goods'],
    ['faint', 'has no word that tells goods from others (headings that come to mind: 9503)'],
    ['broad', 'may be goods of many kinds (headings 9503)'],
  ])('says why a description is unclear: %s', (why, said) => {
    const values = { description: 'Holder', item: 1, why, headings: '9503' };
    expect(say('risk.indicator.unclear_description.sentence', values)).toBe(`“Holder” of item 1 ${said}.`);
  });

  const many = [
    assessed(aRecord({ recipient: { ...recipient, country: 'CH' } })),
    assessed(
      aRecord({ items: [anItem({ value: '149.00', description: 'Accessories', netMassG: 9000 })], grossMassG: 1 }),
    ),
    assessed(aRecord({ items: [anItem({ description: 'black, large', quantity: '900', value: '60.00' })] }), {
      recipient: aHistory({ consignments7d: 4, valueMinor7d: 40_000n }),
      deniedMatches: [
        aMatch({ listedName: 'Linden Thread Works', similarity: 1, band: 'strong' }),
        aMatch({ listedName: 'Linden Thread Work', similarity: 0.95, adjustments: ['country_differs'] }),
      ],
      sender: aHistory({ firstSeenOn: null }),
    }),
    assessed(
      aRecord({
        transactionType: 'gift',
        regime: 'mail',
        marketplace: 'Mosaic Bazaar',
        schemeId: 'nonsense',
        sender: { ...sender, country: 'TR', address: null },
        items: [
          anItem({ description: 'Pepper spray', quantity: '12', currency: 'KHR' }),
          anItem({ itemNumber: 2, commodityCode: '300490' }),
        ],
      }),
      { sender: aHistory({ gifts30d: 3 }) },
    ),
    assessed(phone, { bands: new Map([[1, { ...band, level: 'chapter' as const, count: 900 }]]) }),
    assessed(
      aRecord({ items: [anItem({ description: 'Qwertine' }), anItem({ itemNumber: 2, description: 'Clamp' })] }),
    ),
    assessed(aRecord({ items: [anItem({ description: 'Clamp' })] })),
  ].flatMap((result) => result.indicators);

  it.each(INDICATOR_CODES)('%s has a title, and its sentence finds every value it names', (code) => {
    expect(say(`risk.indicator.${code}.title`)).not.toBe('');
    const fired = many.filter((indicator) => indicator.code === code);
    expect(fired).not.toEqual([]);
    for (const indicator of fired) expect(sentence(indicator)).not.toMatch(/[{}]|undefined| {2}/);
  });

  it('every control on goods has a name', () => {
    const controls = PARAMETERS.filter((row) => row.kind === 'control').map((row) => row.key);
    expect(Object.keys(risk.control).sort()).toEqual([...controls].sort());
  });
});
