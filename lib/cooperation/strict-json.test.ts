import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { canonicalJson } from './canonical';
import { readStrictJson } from './strict-json';

describe('The one text of a value', () => {
  it('orders names by their UTF-16 units, as RFC 8785 (3.2.3) shows', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 1])));
    expect(Object.keys(JSON.parse(text))).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']);
    expect(text).toBe('{"\\r":1,"1":1,"\u0080":1,"\u00f6":1,"\u20ac":1,"\u{1f600}":1,"\ufb33":1}');
  });

  it('is the same whatever order and blanks a value was written with, and holds no half of anything', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    for (const value of [1.5, Number.NaN, -0, 2 ** 53, '\ud800', [undefined], () => 1])
      expect(() => canonicalJson(value)).toThrow(RangeError);
  });
});

describe('Strict JSON', () => {
  it('reads what JSON.parse reads, or nothing', () => {
    const random = seededRandom(7);
    const seeds = ['{"a":[1,2,{"b":"c\\n\\u0041"}],"d":null}', '[]', '{}', '[true,false,-12,"€"]', ' { "x" : { } } '];
    const letters = '{}[]",:\\u0041 1-tfn\n';
    let read = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const seed = seeds[Math.floor(random() * seeds.length)] ?? '';
      const at = Math.floor(random() * seed.length);
      const letter = letters.charAt(Math.floor(random() * letters.length));
      const text = seed.slice(0, at) + letter + seed.slice(at + Math.floor(random() * 2));
      const strict = readStrictJson(text);
      if ('flaw' in strict) continue;
      read += 1;
      expect(strict.value).toEqual(JSON.parse(text));
    }
    expect(read).toBeGreaterThan(1_000);
  });
});
