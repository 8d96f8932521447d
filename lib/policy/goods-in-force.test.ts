import { describe, expect, it } from 'vitest';
import { goodsInForce } from './goods-in-force';

const terms = () => [['6109', 't-shirt'] as const, ['9503', 'toy car'] as const];
const headingOf = (index: ReturnType<typeof goodsInForce>, text: string) => index.read(text).headings[0]?.heading;

describe('what goods are called', () => {
  it('is made ready once for policies whose terms are alike', () => {
    const first = goodsInForce(terms(), new Set(['red']));
    expect(goodsInForce(terms(), new Set(['red']))).toBe(first);
  });

  it('is that of the own terms and empty words where one of them differs', () => {
    const first = goodsInForce(terms(), new Set(['red']));
    expect(goodsInForce(terms(), new Set(['red', 'car']))).not.toBe(first);
    const moved = goodsInForce([['6109', 't-shirt'] as const, ['8703', 'toy car'] as const], new Set(['red']));
    expect([headingOf(first, 'toy car'), headingOf(moved, 'toy car')]).toEqual(['9503', '8703']);
    const fewer = goodsInForce([['6109', 't-shirt'] as const], new Set(['red']));
    expect(headingOf(fewer, 'toy car')).toBeUndefined();
  });

  it('is the same again after others were asked for', () => {
    const first = headingOf(goodsInForce(terms(), new Set()), 'red t-shirt');
    for (const word of ['a', 'b', 'c', 'd']) goodsInForce(terms(), new Set([word]));
    expect(headingOf(goodsInForce(terms(), new Set()), 'red t-shirt')).toBe(first);
  });
});
