import { expect, it } from 'vitest';
import { detailLines } from './details';

it('a change is told by what was different before and after, and nothing else', () => {
  const details = { before: { role: 'officer', office: 'NLRTM' }, after: { role: 'analyst', office: 'NLRTM' } };
  expect(detailLines(details)).toEqual([{ kind: 'change', key: 'role', before: 'officer', after: 'analyst' }]);
});

it('what appeared or went is a change too', () => {
  expect(detailLines({ before: { hold: 'open' }, after: { decision: 'release' } })).toEqual([
    { kind: 'change', key: 'hold', before: 'open', after: null },
    { kind: 'change', key: 'decision', before: null, after: 'release' },
  ]);
});

it('facts follow, lists in one line, absent ones not at all', () => {
  expect(detailLines({ attempt: 'clearance.release', reasons: ['hold.open', 'claim.expired'], note: null })).toEqual([
    { kind: 'fact', key: 'attempt', value: 'clearance.release' },
    { kind: 'fact', key: 'reasons', value: 'hold.open, claim.expired' },
  ]);
});
