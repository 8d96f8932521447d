import { expect, it } from 'vitest';
import type { ProfileFacts } from '@/lib/profile/fields';
import { markProfile, type PlantedRow, tryOn } from './profile-exercise';

const row = (reference: string, result: PlantedRow['result'], score: number): PlantedRow => ({
  reference,
  description: 'Wristwatch',
  senderCountry: 'CN',
  value: { amount: '12.00', currency: 'EUR' },
  result,
  facts: { score } as ProfileFacts,
});
const over = (least: number) => (facts: ProfileFacts) => (facts.score ?? 0) >= least;
const ROWS = [
  row('A', 'undervalued', 60),
  row('B', 'conform', 70),
  row('C', 'split', 80),
  row('D', 'undervalued', 10),
  row('E', 'ipr', 90),
];

it('gives the slots to those that arrive first, and tells what was missed and why', () => {
  const marks = markProfile({ slots: 3, history: [], toCome: ROWS }, over(50));
  expect(marks).toMatchObject({
    selected: 3,
    beyond: 1,
    found: { hits: 2, of: 4 },
    falseAlarms: { hits: 1, of: 3 },
  });
  expect(marks.missed.map(({ reference, why }) => [reference, why])).toEqual([
    ['D', 'not_met'],
    ['E', 'no_slot'],
  ]);
});

it('marks a profile that meets nothing as one without hits and without false alarms', () => {
  const marks = markProfile({ slots: 3, history: [], toCome: ROWS }, over(100));
  expect(marks).toMatchObject({ selected: 0, beyond: 0, found: { hits: 0, of: 4 }, falseAlarms: null });
});

it('tries conditions on the history, findings first, and gives away no facts', () => {
  const trial = tryOn(ROWS, over(65));
  expect(trial).toMatchObject({ looked: 5, met: 3, found: 2, planted: 4 });
  expect(trial.samples.map(({ reference }) => reference)).toEqual(['C', 'E', 'B']);
  expect(JSON.stringify(trial)).not.toContain('score');
});
