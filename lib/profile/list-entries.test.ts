import { expect, it } from 'vitest';
import { listChanges, listKeyOf, readEntries } from './list-entries';

const KNOWN = { country: new Set(['CN', 'HK']) };

it('reads entries one a line or parted by commas, settled, each once and in order', () => {
  expect(readEntries('country', ' hk,\nCN\n\ncn ', KNOWN)).toEqual({ entries: ['CN', 'HK'] });
  expect(readEntries('hs', '9503.00\n610910', {})).toEqual({ entries: ['610910', '950300'] });
  expect(readEntries('text', 'Bright, Harbour\nÉTOILE', {})).toEqual({ entries: ['bright, harbour', 'etoile'] });
});

it('refuses what is no entry, and says which', () => {
  expect(readEntries('country', 'CN\nChina', KNOWN)).toMatchObject({
    problems: [{ code: 'entry_unfit', value: 'CHINA' }],
  });
  expect(readEntries('country', ' , ', KNOWN)).toMatchObject({ problems: [{ code: 'required' }] });
  const many = Array.from({ length: 5_001 }, (_, index) => `seller ${index}`).join('\n');
  expect(readEntries('text', many, {})).toMatchObject({ problems: [{ code: 'entries_many' }] });
});

it('names a list by its title and tells editions apart', () => {
  expect(listKeyOf('Sellers, watched')).toBe('sellers-watched');
  expect(listChanges(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] });
});
