import { expect, it } from 'vitest';
import { asks, LAYOUT, plan, stands } from '@/tests/support/dated-rows';
import { previewOf, whyNothing } from './preview';

it('shows what says something else before what only has another source', async () => {
  const standing = [stands('A', '2026-01-01', null, { v: 1 }), stands('B', '2026-01-01', null, { v: 1 })];
  const rows = [asks('A', { v: 1 }), asks('B', { v: 2 })];
  const layout = { ...LAYOUT, source: 'another' };
  const file = { layout, rows, rowsRead: 2, rowsRefused: 0, problems: [], counts: {} };
  const { samples } = previewOf(file, await plan(standing, rows, layout));
  expect(samples.map(({ key }) => key)).toEqual(['B', 'A']);
});

it('tells a file whose rows all stand from one whose rows were all refused', () => {
  expect(whyNothing({ rowsRead: 3, rowsRefused: 3 })).toBe('refused');
  expect(whyNothing({ rowsRead: 3, rowsRefused: 2 })).toBe('unchanged');
  expect(whyNothing({ rowsRead: 0, rowsRefused: 0 })).toBe('unchanged');
});
