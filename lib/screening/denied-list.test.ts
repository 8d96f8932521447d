import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeniedList, type ListedParty } from './denied-list';
import { DENIED_THRESHOLD, similarity } from './match';
import { screenName } from './normalise';
import { Outlines, outlineOf } from './outline';

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
  it('lose no match of the full comparison by looking at outlines first', () => {
    const keys = NAMES.map(screenName);
    const outlines = new Outlines(keys.map(outlineOf));
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
    fc.assert(
      fc.property(probe, (name) => {
        const key = screenName(name);
        const outline = outlineOf(key);
        for (const [index, listed] of keys.entries()) {
          if (similarity(key, listed) >= DENIED_THRESHOLD)
            expect(outlines.mayReach(outline, index, DENIED_THRESHOLD), `${name} / ${NAMES[index]}`).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('rule out most names without comparing them', () => {
    const keys = NAMES.map(screenName);
    const outlines = new Outlines(keys.map(outlineOf));
    const mayBe = keys.flatMap((key) =>
      keys.map((_, index) => outlines.mayReach(outlineOf(key), index, DENIED_THRESHOLD)),
    );
    expect(mayBe.filter(Boolean).length).toBeLessThan(NAMES.length * 3);
  });

  it('name an entry once, by the name of it that is most alike', async () => {
    const list = await DeniedList.of([
      { list: 'A', entryId: '1', names: ['Ilmarec Vostrikhanov', 'Ilmarec Vostrikhanof', 'The Optician'] },
      { list: 'B', entryId: '7', names: ['Vostrikhanov, Ilmarec'] },
    ]);
    expect(list.size).toBe(4);
    expect(
      list.near('Ilmarec Vostrikhanof').map(({ list: of, entryId, listedName }) => [of, entryId, listedName]),
    ).toEqual([
      ['A', '1', 'Ilmarec Vostrikhanof'],
      ['B', '7', 'Vostrikhanov, Ilmarec'],
    ]);
  });

  it('give the same answer the second time, and none to a stranger', async () => {
    const list = await DeniedList.of(parties);
    const first = list.near('Muhammad Rashidi');
    expect(list.near('Muhammad Rashidi')).toEqual(first);
    expect(list.near('Nora Testmann')).toEqual([]);
    expect((await DeniedList.of([])).near('Ilmarec Vostrikhanov')).toEqual([]);
  });
});
