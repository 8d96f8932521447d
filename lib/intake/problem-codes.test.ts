import { describe, expect, it } from 'vitest';
import intake from '@/lib/messages/en/intake.json';
import { explainProblem } from './explain-problem';
import { fault, PROBLEM_CODES, warning } from './problem-codes';

describe('problems', () => {
  it('have a sentence each, and there is no sentence without a problem', () => {
    expect(Object.keys(intake.problem).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it('say what is wrong, what is expected and the value', () => {
    const problem = fault('not_in_list', 'channel', { line: 7, value: 'air', params: { expected: 'post, express' } });
    expect(explainProblem(problem)).toBe('channel is air. Expected one of: post, express.');
  });

  it('carry no more of a value than an excerpt', () => {
    expect(warning('surrounding_blank', 'sender_name', { value: ' '.repeat(1_000) }).value).toHaveLength(201);
  });

  it('never run the text of a sender as a message pattern', () => {
    const problem = fault('decimal_shape', 'items.0.value', { value: '{count, plural, other {<b>x</b>}}' });
    expect(explainProblem(problem)).toContain('{count, plural, other {<b>x</b>}}');
  });
});
