import { expect, it } from 'vitest';
import { idsInRow } from './ids-in-row';

it('finds the subject and what the details name, before, after and beside', () => {
  const row = {
    subjectType: 'consignment',
    subjectId: 'c',
    details: { before: { claimedBy: 'a' }, after: { claimedBy: 'b', lane: 'red' }, submissionId: 's', holdId: 'h' },
  };
  expect(idsInRow(row)).toEqual([
    { kind: 'consignment', id: 'c' },
    { kind: 'user', id: 'a' },
    { kind: 'user', id: 'b' },
    { kind: 'submission', id: 's' },
  ]);
});

it('takes nothing for the name of what has none', () => {
  expect(idsInRow({ subjectType: 'session', subjectId: 'x', details: { from: null, to: 3, codes: ['a'] } })).toEqual(
    [],
  );
});
