import { expect, it } from 'vitest';
import { headlineOf } from './headline-of';

it.each([
  ['blue', 'score', 'headlineNone'],
  ['green', 'none', 'headlineNone'],
  ['yellow', 'score', 'headline'],
  ['red', 'random', 'headline'],
  ['blue', 'no_capacity', 'headlineNoSlot'],
] as const)('goods in the lane %s for the reason %s are told by %s', (laneEffective, selectionReason, headline) => {
  expect(headlineOf({ laneEffective, selectionReason })).toBe(headline);
});
