import { describe, expect, it } from 'vitest';
import { checkTree } from './check-values';
import type { NamedLists } from './read-tree';

const LISTS: NamedLists = new Map([
  ['watched', { key: 'watched', version: '4', values: ['CN'], kind: 'country' }],
  ['open', { key: 'open', version: '1', values: ['a'] }],
]);
const KNOWN = {
  country: new Set(['NL', 'CN']),
  hs: new Set(['95', '9503', '950300']),
  office: new Set(['NLRTM']),
};
const on = (field: string, operator: string, value: unknown = null) => ({ field, operator, value });
const check = (...rules: object[]) => checkTree({ combinator: 'and', rules }, LISTS, KNOWN);
const codes = (...rules: object[]) => {
  const checked = check(...rules);
  return 'problems' in checked ? checked.problems.map(({ code, pointer }) => `${code} ${pointer}`) : 'fine';
};

describe('the values of conditions', () => {
  it.each([
    ['letters in a code of goods', on('commodityCodes', 'beginsWith', 'toys 9503'), 'hs_form'],
    ['a heading where a whole code is asked for', on('commodityCodes', 'equals', '9503'), 'hs_whole'],
    ['a heading that is not there', on('commodityCodes', 'beginsWith', '9599'), 'value_unknown'],
    ['a country as a word', on('senderCountry', 'equals', 'China'), 'country_form'],
    ['a country that is not there', on('senderCountry', 'in', ['NL', 'XX']), 'value_unknown'],
    ['a currency as a sign', on('currencies', 'equals', '€'), 'currency_form'],
    ['an office that is not there', on('officeId', 'equals', 'NOWHERE'), 'value_unknown'],
    ['negative days', on('senderKnownDays', 'atMost', -1), 'number_low'],
    ['a score above all', on('score', 'between', [50, 101]), 'number_high'],
    ['one letter in every text', on('descriptions', 'contains', 'a'), 'text_short'],
    ['a list of another kind', on('commodityCodes', 'inList', 'watched'), 'list_unfit'],
    ['only blanks', on('senderCountry', 'equals', '  '), 'value_required'],
    ['only commas', on('senderCountry', 'in', ['', ' ']), 'value_required'],
  ])('are refused at their place: %s', (_, rule, code) => {
    expect(codes(on('score', 'atLeast', 1), rule)).toEqual([`${code} rules.1.value`]);
  });

  it('may be earlier than receipt where goods were here first, and of any list without a kind', () => {
    expect(codes(on('minutesToArrival', 'less', -60), on('senderCountry', 'inList', 'open'))).toBe('fine');
    expect(codes(on('senderCountry', 'inList', 'watched'))).toBe('fine');
  });

  it('are settled: trimmed, in their case, without points, each once', () => {
    expect(
      check(
        on('senderCountry', 'in', [' cn', 'CN', '', 'nl ']),
        on('commodityCodes', 'beginsWith', ' 9503.00 '),
        on('sellerName', 'equals', ' Bright Harbour '),
      ),
    ).toMatchObject({
      tree: { rules: [{ value: ['CN', 'NL'] }, { value: '950300' }, { value: 'Bright Harbour' }] },
    });
  });

  it('are told beside what is missing, so that each is mended where it is seen', () => {
    expect(codes(on('senderCountry', 'equals', ''), on('senderKnownDays', 'atMost', -3))).toEqual([
      'value_required rules.0.value',
      'number_low rules.1.value',
    ]);
  });

  it('are looked at in groups, and conditions that cannot be read are told as before', () => {
    const inner = { combinator: 'or', rules: [on('senderCountry', 'equals', 'Nl1')] };
    expect(codes(inner)).toEqual(['country_form rules.0.rules.0.value']);
    expect(checkTree(null, LISTS, KNOWN)).toMatchObject({ problems: [{ code: 'tree_shape' }] });
  });
});
