import { expect, test } from 'vitest';
import type { DeskSubject } from './desk-subject';
import { modeOf, outcomesOf, verbsOf } from './verbs';

const waiting: DeskSubject = {
  consignmentId: '0b6f8a52-0000-4000-8000-000000000001',
  reference: 'LX-1',
  officeName: 'Rotterdam',
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
  officers: [],
  agencies: [],
  otherOffices: [],
  openReferrals: [],
  orderedExamination: null,
  proposal: null,
  plannedControl: null,
  hasCorrections: false,
  openDuties: [],
  isCorrectable: false,
  secondRules: {},
  powersAgainst: {},
  currency: 'EUR',
  undoUntil: null,
  facts: {
    status: 'selected',
    lane: 'yellow',
    selectionReason: 'score',
    openHolds: 0,
    openReferrals: 0,
    lastResult: null,
    hasCorrections: false,
    hasStatedDuty: false,
    uncovered: null,
    overGuarantee: null,
    excluded: null,
    answeredReferrals: 0,
    hasOpenDuty: false,
  },
  isSupervisor: false,
  actByAt: '2026-11-27T12:00:00.000Z',
  unusual: { openMatches: 0, charges: null },
  answerMinutes: 2880,
};
const at = (status: DeskSubject['status'], rest: Partial<DeskSubject> = {}): DeskSubject => ({
  ...waiting,
  ...rest,
  status,
  facts: { ...waiting.facts, status },
});
const examination = { examinationId: 'e', kind: 'physical', instruction: null };
const proposal = { decisionId: 'd', kind: 'seize' as const, isOwn: false };
const possible = (subject: DeskSubject) =>
  verbsOf(subject).flatMap(({ mode, isPossible }) => (isPossible ? [mode] : []));

test('an officer may release, hold or examine a waiting consignment, and seize it after a finding', () => {
  expect(possible(waiting)).toEqual(['release', 'hold', 'examine']);
  expect(possible({ ...waiting, holder: 'self', facts: { ...waiting.facts, lastResult: 'ipr' } })).toHaveLength(4);
});

test('the act the verdict recommends stands out, and one that the facts forbid says why', () => {
  const advised = (subject: DeskSubject) => verbsOf(subject).find(({ isAdvised }) => isAdvised)?.mode;
  const drawn = { ...waiting, facts: { ...waiting.facts, lane: 'red', selectionReason: 'random' } } as const;
  expect(advised(waiting)).toBe('hold');
  expect(advised(drawn)).toBe('examine');
  expect(verbsOf(drawn)[0]).toMatchObject({ isPossible: false, reasons: [{ code: 'release.unexamined_random' }] });
  expect(possible({ ...drawn, isSupervisor: true })).toContain('release');
});

test('a claim that ran out stops every act until it is claimed again', () => {
  expect(verbsOf({ ...waiting, holder: 'self' }, true).some(({ isPossible }) => isPossible)).toBe(false);
});

test('a consignment in the hands of another officer can only be read', () => {
  expect(possible({ ...waiting, holder: 'other' })).toEqual([]);
});

test('while an examination is ordered the third key records its result', () => {
  expect(possible(at('examination', { orderedExamination: examination }))).toEqual(['hold', 'result']);
});

test('a second officer meets the proposal on the fourth key; the first one does not', () => {
  expect(possible(at('awaiting_second', { proposal }))).toEqual(['hold', 'second']);
  expect(possible(at('awaiting_second', { proposal: { ...proposal, isOwn: true } }))).toEqual(['hold']);
});

test('an address opens a form only where the act is possible', () => {
  expect(modeOf('release', waiting)).toBe('release');
  expect(modeOf('examine', at('examination', { orderedExamination: examination }))).toBe('result');
  expect(modeOf('release', at('released'))).toBeNull();
  expect(modeOf('drop', waiting)).toBeNull();
  expect(modeOf(undefined, waiting)).toBeNull();
});

test('rare outcomes are offered where the goods stand, and say what the facts have against them', () => {
  const kinds = (subject: DeskSubject) => outcomesOf(subject).map(({ kind }) => kind);
  expect(kinds(waiting)).toEqual(['detain', 'refuse']);
  expect(kinds(at('detained'))).toEqual(['end_detention', 'refuse', 'return', 're_export', 'abandon', 'destroy']);
  expect(kinds(at('seized'))).toEqual(['destroy', 'reverse']);
  expect(kinds(at('released'))).toEqual(['reverse']);
  expect(kinds({ ...waiting, holder: 'other' })).toEqual([]);
  const held = at('refused');
  const against = outcomesOf({ ...held, facts: { ...held.facts, openHolds: 1 } });
  expect(against.flatMap(({ kind, reasons }) => (reasons.length > 0 ? [kind] : []))).toEqual(['return', 're_export']);
});

test('what the powers of the policy leave to others is not offered, and says so', () => {
  const against = { code: 'power.role', citation: 'Order 7', params: { decision: 'release' } };
  const [release, hold] = verbsOf({ ...waiting, powersAgainst: { release: against } });
  expect(release).toMatchObject({ isPossible: false, isAdvised: false, reasons: [against] });
  expect(hold?.isPossible).toBe(true);
  const narrowed = outcomesOf({ ...waiting, powersAgainst: { refuse: against } });
  expect(narrowed.find(({ kind }) => kind === 'refuse')?.reasons).toEqual([against]);
  const seconded = verbsOf(at('awaiting_second', { proposal, powersAgainst: { seize: against } }));
  expect(seconded.find(({ mode }) => mode === 'second')?.isPossible).toBe(false);
});
