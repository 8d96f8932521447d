import { expect, test } from 'vitest';
import type { DeskSubject } from './desk-subject';
import { modeOf, verbsOf } from './verbs';

const waiting: DeskSubject = {
  consignmentId: '0b6f8a52-0000-4000-8000-000000000001',
  reference: 'LX-1',
  officeId: 'NLRTM',
  rowVersion: 1,
  claimNumber: 0,
  status: 'selected',
  holder: 'nobody',
  claimedByName: null,
  claimedAt: null,
  leaseUntil: null,
  examinationOutcome: 'none',
  items: [],
  openHolds: [],
  openReferrals: [],
  orderedExamination: null,
  proposal: null,
  hasCorrections: false,
  undoUntil: null,
};
const examination = { examinationId: 'e', kind: 'physical', instruction: null };
const proposal = { decisionId: 'd', isOwn: false };
const possible = (subject: DeskSubject) =>
  verbsOf(subject).flatMap(({ mode, isPossible }) => (isPossible ? [mode] : []));

test('an officer may release, hold, examine or seize a waiting consignment', () => {
  expect(possible(waiting)).toEqual(['release', 'hold', 'examine', 'seize']);
  expect(possible({ ...waiting, holder: 'self' })).toHaveLength(4);
});

test('a consignment in the hands of another officer can only be read', () => {
  expect(possible({ ...waiting, holder: 'other' })).toEqual([]);
});

test('while an examination is ordered the third key records its result', () => {
  expect(possible({ ...waiting, status: 'examination', orderedExamination: examination })).toEqual(['hold', 'result']);
});

test('a second officer meets the proposal on the fourth key; the first one does not', () => {
  expect(possible({ ...waiting, status: 'awaiting_second', proposal })).toEqual(['hold', 'second']);
  const own = { ...waiting, status: 'awaiting_second', proposal: { ...proposal, isOwn: true } } as const;
  expect(possible(own)).toEqual(['hold']);
});

test('an address opens a form only where the act is possible', () => {
  expect(modeOf('release', waiting)).toBe('release');
  expect(modeOf('examine', { ...waiting, status: 'examination', orderedExamination: examination })).toBe('result');
  expect(modeOf('release', { ...waiting, status: 'released' })).toBeNull();
  expect(modeOf('drop', waiting)).toBeNull();
  expect(modeOf(undefined, waiting)).toBeNull();
});
