import { describe, expect, it } from 'vitest';
import {
  asMeant,
  asPressed,
  decideOwnKeys,
  MOVABLE_KEYS,
  OWN_KEYS_PREFERENCE,
  ownKeysOf,
  ownKeysText,
} from './own-keys';

describe('own keys', () => {
  it('exchanges two keys: each answers where the person put it, and nothing else moves', () => {
    const decision = decideOwnKeys({ j: 'k', k: 'j', n: 'n' });
    expect(decision).toEqual({ ok: true, keys: { j: 'k', k: 'j' } });
    const keys = { j: 'k', k: 'j' } as const;
    expect(asPressed(keys, 'j')).toBe('k');
    expect(asMeant(keys, 'k')).toBe('j');
    expect(asMeant(keys, 'n')).toBe('n');
  });

  it('leaves a key that was moved away without a meaning', () => {
    expect(asMeant({ n: 'e' }, 'e')).toBe('n');
    expect(asMeant({ n: 'e' }, 'n')).toBe('');
  });

  it('moves the first key of a sequence and leaves the letter of the place', () => {
    expect(asPressed({ g: ';', j: 'k' }, 'g j')).toBe('; j');
  });

  it('refuses two things on one key, moved or not, and names both', () => {
    expect(decideOwnKeys({ n: 'j' })).toEqual({
      ok: false,
      reasons: [{ code: 'keys.taken', pointer: 'j', params: { own: 'j', key: 'j', other: 'n' } }],
    });
    expect(decideOwnKeys({ n: 'e', k: 'e' })).toMatchObject({
      ok: false,
      reasons: [{ params: { key: 'k', other: 'n' } }],
    });
  });

  it.each(['', ' ', 'jj', 'Enter', 'J', '\n'])('refuses %j, which is no key of one character', (wish) => {
    expect(decideOwnKeys({ n: wish })).toMatchObject({ ok: false, reasons: [{ code: 'keys.no_key' }] });
  });

  it('gives a key that was added later the one that became free, where a mapping of before took it', () => {
    const kept = { [OWN_KEYS_PREFERENCE]: '[["n","w"]]' };
    expect(ownKeysOf(kept)).toEqual({ n: 'w', w: 'n' });
    expect(ownKeysOf({ [OWN_KEYS_PREFERENCE]: '[["n","w"],["j","i"]]' })).toEqual({ n: 'w', j: 'i', w: 'n', i: 'j' });
  });

  it('keeps and reads back every movable key, and reads nothing out of what is none', () => {
    const shifted = Object.fromEntries(
      MOVABLE_KEYS.map((key, at) => [key, MOVABLE_KEYS[(at + 1) % MOVABLE_KEYS.length]]),
    );
    expect(ownKeysOf({ [OWN_KEYS_PREFERENCE]: ownKeysText(shifted) })).toEqual(shifted);
    for (const text of ['', 'x', '{}', '[["n","j"]]', '[1]'])
      expect(ownKeysOf({ [OWN_KEYS_PREFERENCE]: text })).toEqual({});
    expect(ownKeysOf({})).toEqual({});
  });
});
