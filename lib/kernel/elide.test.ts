import { describe, expect, it } from 'vitest';
import { elide } from './elide';

describe('a text too long for a page', () => {
  it('is whole up to the limit', () => {
    expect(elide('abcdef', 6)).toEqual({ head: 'abcdef', left: 0, tail: '' });
  });
  it('loses its middle beyond it, and says how much', () => {
    expect(elide('abcdefgh', 6)).toEqual({ head: 'abc', left: 2, tail: 'fgh' });
  });
  it('is never cut within a character', () => {
    expect(elide('ab😀cd😀ef', 6)).toEqual({ head: 'ab', left: 6, tail: 'ef' });
  });
});
