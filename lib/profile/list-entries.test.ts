import { expect, it } from 'vitest';
import { listChanges, listKeyOf, readEntries } from './list-entries';

const KNOWN = { country: new Set(['CN', 'HK']) };

it('reads entries one a line or parted by commas, settled, each once and in order', () => {
  expect(readEntries('country', ' hk,\nCN\n\ncn ', KNOWN)).toEqual({ entries: ['CN', 'HK'] });
  expect(readEntries('hs', '9503.00\n610910', {})).toEqual({ entries: ['610910', '950300'] });
  expect(readEntries('text', 'Bright, Harbour\nÉTOILE', {})).toEqual({ entries: ['bright, harbour', 'etoile'] });
});

it('takes chapters and headings of goods, where they are known', () => {
  const known = { hs: new Set(['64', '6404', '640411']) };
  expect(readEntries('hs', '64, 6404\n640411', known)).toEqual({ entries: ['64', '6404', '640411'] });
  expect(readEntries('hs', '6499', known)).toMatchObject({
    problems: [{ code: 'value_unknown', params: { line: 1 } }],
  });
});

it('refuses what is no entry, and says each with its line and the rule', () => {
  expect(readEntries('country', 'CN\nChina, HK\nXX', KNOWN)).toMatchObject({
    problems: [
      { code: 'country_form', value: 'CHINA', params: { line: 2 } },
      { code: 'value_unknown', value: 'XX', params: { line: 3 } },
    ],
  });
  expect(readEntries('country', ' , ', KNOWN)).toMatchObject({ problems: [{ code: 'required' }] });
  const many = Array.from({ length: 5_001 }, (_, index) => `seller ${index}`).join('\n');
  expect(readEntries('text', many, {})).toMatchObject({ problems: [{ code: 'entries_many' }] });
});

it('names a list by its title and tells editions apart', () => {
  expect(listKeyOf('Sellers, watched')).toBe('sellers-watched');
  expect(listChanges(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] });
});
