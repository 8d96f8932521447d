import { expect, it } from 'vitest';
import { answerDueAt } from './answer-due';

const now = new Date('2026-11-26T08:00:00Z');
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

it.each([
  ['the policy gives, where there is time enough', 72, 48],
  ['the time to act ends, where that comes first', 8, 8],
  ['the policy gives, where the time to act is all but over', 0.5, 48],
  ['the policy gives, where the time to act is over', -5, 48],
])('an answer is due when %s', (_, actBy, due) => {
  expect(answerDueAt(now, 48 * 60, hoursLater(actBy))).toEqual(hoursLater(due));
});
