import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeniedList, type ListedParty } from './denied-list';
import { REVIEW_FROM, similarity } from './match';
import { screenName } from './normalise';

/** Invented names of the kinds that lists are full of: common first names, particles, general words of trade. */
const NAMES = [
  'Mohammed al-Rashidi',
  'Muhamad Al Rashidy',
  'AHMED, Hassan Ali',
  'Marial Chan',
  'CHAHINE, Mireille',
  'Shenzhen Vostrik Technology Co., Ltd.',
  'Golden Perigee Shipping Company',
  'Goldenperigee Ship ping',
  'International Group for Trading and Shipping',
  'Kestrelmont',
  'Kestrelmnot Limited',
  'Military Unit 61398',
  'Ilmarec Vostrikhanov',
  'Ali',
];

const parties: readonly ListedParty[] = NAMES.map((name, index) => ({
  list: 'TEST',
  edition: '1',
  entryId: String(index),
  names: [name],
}));

function slipped(name: string, at: number, slip: number): string {
  const place = at % Math.max(1, name.length);
  const [head, letter, tail] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
  return [
    name,
    head + tail,
    `${head}${letter}${letter}${tail}`,
    `${head}${tail.charAt(0)}${letter}${tail.slice(1)}`,
    `${head}x${tail}`,
  ][slip % 5] as string;
}

describe('the lists in force', () => {
  it('find whatever the full comparison finds', async () => {
    const list = await DeniedList.of(parties);
    const probe = fc
      .record({
        name: fc.constantFrom(...NAMES),
        other: fc.constantFrom(...NAMES),
        at: fc.nat(60),
        slip: fc.nat(4),
        mix: fc.boolean(),
      })
      .map(({ name, other, at, slip, mix }) =>
        slipped(mix ? `${name.split(' ')[0]} ${other.split(' ').at(-1)}` : name, at, slip),
      );
    const keys = NAMES.map(screenName);
    fc.assert(
      fc.property(probe, (name) => {
        const key = screenName(name);
        const found = list.near({ name }).map(({ listedName }) => listedName);
        for (const [index, listed] of keys.entries()) {
          const isAlike = similarity(key, listed) >= REVIEW_FROM;
          expect(found.includes(NAMES[index] ?? ''), `${name} / ${NAMES[index]}`).toBe(isAlike);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('name an entry once, by the name of it that is most alike', async () => {
    const list = await DeniedList.of([
      {
        list: 'A',
        edition: '1',
        entryId: '1',
        names: ['Ilmarec Vostrikhanov', 'Ilmarec Vostrikhanof', 'The Optician'],
      },
      { list: 'B', edition: '1', entryId: '7', names: ['Vostrikhanov, Ilmarec'] },
    ]);
    expect(list.size).toBe(4);
    expect(
      list.near({ name: 'Ilmarec Vostrikhanof' }).map(({ list: of, entryId, listedName }) => [of, entryId, listedName]),
    ).toEqual([
      ['A', '1', 'Ilmarec Vostrikhanof'],
      ['B', '7', 'Vostrikhanov, Ilmarec'],
    ]);
  });

  it('give the same answer the second time, and none to a stranger', async () => {
    const list = await DeniedList.of(parties);
    const first = list.near({ name: 'Muhammad Rashidi' });
    expect(list.near({ name: 'Muhammad Rashidi' })).toEqual(first);
    expect(list.near({ name: 'Nora Testmann' })).toEqual([]);
    expect((await DeniedList.of([])).near({ name: 'Ilmarec Vostrikhanov' })).toEqual([]);
  });

  const listed: ListedParty = {
    list: 'TEST',
    edition: '2026-1',
    entryId: '5',
    kind: 'person',
    names: ['Ilmarec Vostrikhanov'],
    countries: ['Kazakhstan'],
    addresses: ['14 Tarn Lane, Almaty 050000'],
    phones: ['+7 727 555 0142'],
    taxNumbers: ['KZ 8812 0455'],
  };

  it('keep the edition, the band and the words of a match', async () => {
    const list = await DeniedList.of([listed]);
    expect(list.near({ name: 'Vostirkhanov Ilmarec', country: 'KZ' })).toEqual([
      expect.objectContaining({
        edition: '2026-1',
        by: 'name',
        band: 'strong',
        pairs: [
          { here: 'ilmarec', listed: 'ilmarec', percent: 100 },
          expect.objectContaining({ here: 'vostirkhanov', listed: 'vostrikhanov' }),
        ],
        unpaired: [],
        adjustments: [],
      }),
    ]);
  });

  it('lower a match from another country or of a company, and never raise one', async () => {
    const list = await DeniedList.of([listed]);
    const one = (name: string, country?: string) => list.near({ name, ...(country ? { country } : {}) })[0];
    expect(one('Ilmarec Vostrikhanov', 'KZ')?.similarity).toBe(1);
    expect(one('Ilmarec Vostrikhanov', 'NL')).toMatchObject({ similarity: 0.98, adjustments: ['country_differs'] });
    expect(one('Ilmarec Vostrikhanov Ltd', 'KZ')?.adjustments).toEqual(['kind_differs']);
    expect(one('Somebody Else', 'KZ')).toBeUndefined();
  });

  it.each([
    ['a telephone number', { phones: ['007 (727) 555-01-42'] }, 'phone'],
    ['a tax number', { taxNumbers: ['kz88120455'] }, 'tax_number'],
    ['an address', { addresses: ['050000 Almaty, Tarn Ln 14'] }, 'address'],
  ] as const)('find an entry by %s under another name', async (_, identifiers, by) => {
    const list = await DeniedList.of([listed]);
    expect(list.near({ name: 'Nora Testmann', ...identifiers })).toMatchObject([{ by, band: 'review' }]);
  });

  it('do not take a town, an extension or a short number for somebody', async () => {
    const list = await DeniedList.of([{ ...listed, addresses: ['Almaty'], phones: ['0142'], taxNumbers: ['12345'] }]);
    const same = { addresses: ['Almaty'], phones: ['0142'], taxNumbers: ['12345'] };
    expect(list.near({ name: 'Nora Testmann', ...same })).toEqual([]);
  });
});
