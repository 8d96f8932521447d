import { expect, it } from 'vitest';
import type { ProfileEffect } from './content';
import { strongestEffect } from './strongest-effect';

it('puts what selects by itself before what adds points, examination before documents, many points before few', () => {
  const effects: ProfileEffect[] = [
    { kind: 'points', points: 5 },
    { kind: 'lane', lane: 'yellow' },
    { kind: 'points', points: 100 },
    { kind: 'lane', lane: 'red' },
  ];
  expect(effects.sort(strongestEffect)).toEqual([
    { kind: 'lane', lane: 'red' },
    { kind: 'lane', lane: 'yellow' },
    { kind: 'points', points: 100 },
    { kind: 'points', points: 5 },
  ]);
});
