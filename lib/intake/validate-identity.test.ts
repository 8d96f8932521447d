import { expect, it } from 'vitest';
import { offeredFor } from './validate-identity';

it('an office nobody knows is answered with at most ten of those known, the most alike first, and how many there are', () => {
  const many = new Set(Array.from({ length: 3_200 }, (_, index) => `DE${String(index).padStart(6, '0')}`));
  many.add('NLRTM').add('NLAMS');
  const offered = offeredFor('NLRTX', many);
  expect(offered).toMatch(/^Nearest of the 3202 known are: NLRTM, NLAMS, /);
  expect(offered.match(/\b[A-Z0-9]{5,8}\b/g)).toHaveLength(10);
  expect(offeredFor('NLRTX', new Set(['NLRTM', 'BEANR']))).toBe('Known are: NLRTM, BEANR.');
});
