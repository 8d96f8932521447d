import { describe, expect, it } from 'vitest';
import { ariaKeys, isCharacterKey, keyCaps, pressOf } from './keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('shortcuts as people read them', () => {
  it('prints a sequence as separate caps', () => {
    expect(keyCaps('g t')).toEqual([['G'], ['T']]);
    expect(keyCaps('Mod+k')).toEqual([['Ctrl', 'K']]);
  });
  it('tells assistive technology the real key', () => {
    expect(ariaKeys('Mod+k')).toBe('Control+k');
    expect(ariaKeys('g t')).toBeUndefined();
  });
});

describe('key presses', () => {
  it('reads a press the same on a Mac and elsewhere', () => {
    expect(pressOf({ ...plain, key: 'k', metaKey: true })).toBe('Mod+k');
    expect(pressOf({ ...plain, key: 'K', ctrlKey: true })).toBe('Mod+k');
  });
  it('reads ? as ? and waits for more on a bare modifier', () => {
    expect(pressOf({ ...plain, key: '?' })).toBe('?');
    expect(pressOf({ ...plain, key: 'Shift' })).toBe('');
  });
  it('knows which keys the reader may switch off', () => {
    expect(isCharacterKey('g t')).toBe(true);
    expect(isCharacterKey('Mod+k')).toBe(false);
  });
});
