import { expect, it } from 'vitest';
import { scoreBand } from './score-badge';

it.each([
  [0, 'low'],
  [29, 'low'],
  [30, 'medium'],
  [59, 'medium'],
  [60, 'high'],
  [100, 'high'],
])('a score of %i reads %s', (score, band) => {
  expect(scoreBand(score)).toBe(band);
});
