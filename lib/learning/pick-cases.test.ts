import { expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { PRACTISED } from './course';
import { type Candidate, pickCases, pointsSomewhere } from './pick-cases';

const candidate = (id: string, result: Candidate['truth']['result'], rest: Partial<Candidate> = {}): Candidate => ({
  consignmentId: id,
  truth: { result, corrections: [] },
  isSelected: true,
  hasReasons: true,
  ...rest,
});
const many = (result: Candidate['truth']['result'], count: number, rest?: Partial<Candidate>) =>
  Array.from({ length: count }, (_, index) => candidate(`${result}-${index}`, result, rest));
const WISH = { cases: 10, prevalencePercent: 40, practised: PRACTISED };
const pick = (all: readonly Candidate[], wish = WISH, seed = 3) => {
  const picked = pickCases(all, wish, seededRandom(seed));
  return picked.ok ? picked.cases : [];
};

it('takes as many faults as the prevalence asks for, one of each kind before a second', () => {
  const cases = pick([...many('undervalued', 20), ...many('split', 2), ...many('ipr', 2), ...many('conform', 20)]);
  const faults = cases.map(({ truth }) => truth.result).filter((result) => result !== 'conform');
  expect(cases).toHaveLength(10);
  expect(faults.sort()).toEqual(expect.arrayContaining(['ipr', 'split', 'undervalued']));
  expect(faults).toHaveLength(4);
});

it('takes what would have waited in the queue first, and no fault that nothing points to', () => {
  const cases = pick([
    ...many('conform', 20, { isSelected: false }),
    ...many('conform', 6).map((one) => ({ ...one, consignmentId: `w-${one.consignmentId}` })),
    ...many('misclassified', 30, { hasReasons: false }),
    ...many('undervalued', 4),
  ]);
  expect(cases.filter(({ truth }) => truth.result === 'conform').every(({ isSelected }) => isSelected)).toBe(true);
  expect(cases.some(({ truth }) => truth.result === 'misclassified')).toBe(false);
});

it('draws the same from the same seed in whatever order candidates come, and others from another', () => {
  const all = [...many('undervalued', 30), ...many('conform', 60)];
  const ids = (seed: number, from = all) => pick(from, WISH, seed).map(({ consignmentId }) => consignmentId);
  expect(ids(3, [...all].reverse())).toEqual(ids(3));
  expect(ids(4)).not.toEqual(ids(3));
});

it('takes a sender that is merely new for no reason to go by', () => {
  expect(pointsSomewhere(['first_seen_sender'])).toBe(false);
  expect(pointsSomewhere([])).toBe(false);
  expect(pointsSomewhere(['splitting', 'first_seen_sender'])).toBe(true);
});

it('says how many there were where that is too few', () => {
  const all = [...many('undervalued', 2), ...many('conform', 60)];
  expect(pickCases(all, WISH, seededRandom(1))).toEqual({ ok: false, faulty: 2, conform: 60, wanted: 4 });
});
