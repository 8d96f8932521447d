import { describe, expect, it } from 'vitest';
import consignment from '@/lib/messages/en/consignment.json';
import intake from '@/lib/messages/en/intake.json';
import { explainProblem, namesField, placeOf } from './explain-problem';
import { fault, PROBLEM_CODES, warning } from './problem-codes';

/** A value for everything a sentence may name. */
const PARAMS: Record<string, string | number> = Object.fromEntries(
  Object.values(intake.problem).flatMap((sentence) =>
    [...sentence.matchAll(/\{(\w+)(, (?:number|plural))?/g)].map(([, name = '', isNumber]) => [
      name,
      isNumber ? 3 : 'X9',
    ]),
  ),
);
const NOT_CARRIED = ['field', 'value', 'line', 'fileColumn'];
const params: Record<string, string | number> = {
  ...Object.fromEntries(Object.entries(PARAMS).filter(([name]) => !NOT_CARRIED.includes(name))),
  ...{ element: 'Goods/Amount', known: 'Known are: X9.' },
};

describe('problems', () => {
  it('have a sentence each, and there is no sentence without a problem', () => {
    expect(Object.keys(intake.problem).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it.each(PROBLEM_CODES)('%s is one sentence or more, each ended, with nothing left to fill in', (code) => {
    const said = explainProblem(fault(code, 'items.0.value', { line: 7, value: 'X9', params }));
    expect(said).toMatch(/^[A-Z“].*[^.]\.$/s);
    expect(said).not.toMatch(/[{}]|undefined/);
  });

  it.each(PROBLEM_CODES)('%s calls a field by its label, with what the file calls it beside', (code) => {
    const problem = fault(code, 'channel', { line: 7, value: 'X9', params });
    const label = consignment.field.channel;
    const said = explainProblem(problem, 'csv');
    expect(said.includes(`${label} (column channel, line 7)`)).toBe(namesField(problem));
    expect(namesField({ ...problem, pointer: '' })).toBe(false);
  });

  it('call a field of a mapped file and of a message as its sender does', () => {
    const problem = (more: Record<string, string>) => fault('required', 'office', { line: 2, params: more });
    expect(explainProblem(problem({ fileColumn: 'Zollamt' }), 'csv')).toBe(
      'Office (column Zollamt, line 2) is missing.',
    );
    expect(explainProblem(problem({ element: 'Goods/PresentationOffice' }), 'xml')).toBe(
      'Office (Goods/PresentationOffice) is missing.',
    );
    expect(explainProblem(problem({ unmappedColumn: 'office' }), 'csv')).toBe(
      'Office (office, which no column of the file is mapped to) is missing.',
    );
    const one = fault('one_of_missing', 'house_ref', { params: { regime: 'mail', others: 's10_id, master_ref' } });
    expect(explainProblem(one)).toBe(
      'House reference (house_ref) is missing, and so is what would do instead (S10 identifier (s10_id), Master reference (master_ref)); the regime Postal item (mail) asks for one of them.',
    );
  });

  it('say what is wrong, what is expected and the value', () => {
    const problem = fault('not_in_list', 'channel', { line: 7, value: 'air', params: { expected: 'post, express' } });
    expect(explainProblem(problem)).toBe('Channel (channel) is air. Expected one of: post, express.');
  });

  it('name column and line of a CSV file instead of a path', () => {
    const problem = fault('decimal_shape', 'items.0.value', { line: 3, value: '1e3' });
    expect(explainProblem(problem, 'csv')).toMatch(/^Item 1: Value \(column value, line 3\) is 1e3\. /);
    expect(placeOf(problem, 'csv')).toBe('value');
    expect(explainProblem(problem, 'json')).toMatch(/^Item 1: Value \(items\.0\.value\) is 1e3\. /);
    expect(placeOf(problem, 'json')).toBe('items.0.value');
  });

  it('say that a currency is unknown, not that its letters are wrong', () => {
    const problem = fault('currency_unknown', 'items.0.currency', { line: 2, value: 'XXQ' });
    expect(explainProblem(problem, 'csv')).toContain(
      'Item 1: Currency (column currency, line 2): XXQ is not a known currency code.',
    );
  });

  it('list what is accepted with its meaning', () => {
    const expected = { expected: '3, 4' };
    expect(explainProblem(fault('not_in_list', 'transport_mode', { value: 'air', params: expected }))).toBe(
      'Transport mode (transport_mode) is air. Expected one of: 3 Road, 4 Air.',
    );
  });

  it('carry no more of a value than an excerpt', () => {
    expect(warning('surrounding_blank', 'sender_name', { value: ' '.repeat(1_000) }).value).toHaveLength(201);
  });

  it('of a field that is called like a part of every object have a sentence too', () => {
    for (const pointer of ['constructor', 'items.0.toString', '__proto__'])
      expect(explainProblem(fault('column_unknown', pointer, { params }), 'json')).not.toMatch(/function|undefined/);
  });

  it('never run the text of a sender as a message pattern', () => {
    const problem = fault('decimal_shape', 'items.0.value', { value: '{count, plural, other {<b>x</b>}}' });
    expect(explainProblem(problem)).toContain('{count, plural, other {<b>x</b>}}');
  });
});
