import { expect, it } from 'vitest';
import { detailLines } from './details';

it('a change is told by what was different before and after, and nothing else', () => {
  const details = { before: { role: 'officer', office: 'NLRTM' }, after: { role: 'analyst', office: 'NLRTM' } };
  expect(detailLines(details)).toEqual([{ kind: 'change', key: 'role', before: ['officer'], after: ['analyst'] }]);
});

it('what appeared or went is a change too', () => {
  expect(detailLines({ before: { hold: 'open' }, after: { decision: 'release' } })).toEqual([
    { kind: 'change', key: 'hold', before: ['open'], after: [] },
    { kind: 'change', key: 'decision', before: [], after: ['release'] },
  ]);
});

it('facts follow, each value of a list once, absent ones not at all', () => {
  expect(detailLines({ attempt: 'clearance.release', reasons: ['hold.open', 'hold.open'], note: null })).toEqual([
    { kind: 'fact', key: 'attempt', values: ['clearance.release'] },
    { kind: 'fact', key: 'reasons', values: ['hold.open'] },
  ]);
});

it('facts that stand together are told one by one, and an empty filter as nothing', () => {
  expect(detailLines({ filter: { action: 'clearance.release', from: '2026-11-01' } })).toEqual([
    { kind: 'fact', key: 'action', values: ['clearance.release'] },
    { kind: 'fact', key: 'from', values: ['2026-11-01'] },
  ]);
  expect(detailLines({ filter: {} })).toEqual([{ kind: 'fact', key: 'filter', values: [] }]);
});
