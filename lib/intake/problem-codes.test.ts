import { describe, expect, it } from 'vitest';
import intake from '@/lib/messages/en/intake.json';
import { explainProblem, placeOf } from './explain-problem';
import { fault, PROBLEM_CODES, warning } from './problem-codes';

describe('problems', () => {
  it('have a sentence each, and there is no sentence without a problem', () => {
    expect(Object.keys(intake.problem).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it('say what is wrong, what is expected and the value', () => {
    const problem = fault('not_in_list', 'channel', { line: 7, value: 'air', params: { expected: 'post, express' } });
    expect(explainProblem(problem)).toBe('channel is air. Expected one of: post, express.');
  });

  it('name column and line of a CSV file instead of a path', () => {
    const problem = fault('decimal_shape', 'items.0.value', { line: 3, value: '1e3' });
    expect(explainProblem(problem, 'csv')).toMatch(/^Column value \(line 3\) is 1e3\. /);
    expect(placeOf(problem, 'csv')).toBe('value');
    expect(explainProblem(problem, 'json')).toMatch(/^items\.0\.value is 1e3\. /);
    expect(placeOf(problem, 'json')).toBe('items.0.value');
  });

  it('say that a currency is unknown, not that its letters are wrong', () => {
    const problem = fault('currency_unknown', 'items.0.currency', { line: 2, value: 'XXQ' });
    expect(explainProblem(problem, 'csv')).toContain('Column currency (line 2): XXQ is not a known currency code.');
  });

  it('list what is accepted with its meaning', () => {
    const expected = { expected: '3, 4' };
    expect(explainProblem(fault('not_in_list', 'transport_mode', { value: 'air', params: expected }))).toBe(
      'transport_mode is air. Expected one of: 3 Road, 4 Air.',
    );
  });

  it('carry no more of a value than an excerpt', () => {
    expect(warning('surrounding_blank', 'sender_name', { value: ' '.repeat(1_000) }).value).toHaveLength(201);
  });

  it('never run the text of a sender as a message pattern', () => {
    const problem = fault('decimal_shape', 'items.0.value', { value: '{count, plural, other {<b>x</b>}}' });
    expect(explainProblem(problem)).toContain('{count, plural, other {<b>x</b>}}');
  });
});
