import { expect, it } from 'vitest';
import { actsIn } from './life-cycle';

it('offers those who wrote at a version only what needs no second person', () => {
  expect(actsIn('proposed', { isOwn: false })).toEqual(['approve', 'refuse']);
  expect(actsIn('proposed', { isOwn: true })).toEqual([]);
  expect(actsIn('shadow', { isOwn: false })).toEqual(['activate', 'retire']);
  expect(actsIn('shadow', { isOwn: true })).toEqual(['retire']);
  expect(actsIn('active', { isOwn: true })).toEqual(['suspend', 'retire']);
  expect(actsIn('suspended', { isOwn: false })).toEqual(['resume', 'retire']);
  expect(actsIn('suspended', { isOwn: true })).toEqual(['retire']);
});
