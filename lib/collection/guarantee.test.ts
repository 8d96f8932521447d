import { expect, it } from 'vitest';
import { coverOf } from './guarantee';

it('a guarantee of 100.00 with 40.00 owed has 60.00 free', () => {
  expect(coverOf(10_000n, 4_000n)).toEqual({
    limitMinor: 10_000n,
    usedMinor: 4_000n,
    freeMinor: 6_000n,
    overMinor: 0n,
  });
});

it('with 130.00 owed nothing is free and 30.00 are beyond it', () => {
  expect(coverOf(10_000n, 13_000n)).toEqual({
    limitMinor: 10_000n,
    usedMinor: 13_000n,
    freeMinor: 0n,
    overMinor: 3_000n,
  });
});

it('money in hand uses nothing', () => {
  expect(coverOf(10_000n, -500n)).toMatchObject({ usedMinor: 0n, freeMinor: 10_000n });
});
