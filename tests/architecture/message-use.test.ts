import { expect, it } from 'vitest';
import { englishCatalogue } from '../support/a-speech';
import { unknownCodes, unreadKeys } from './message-use';
import { readSourceTree } from './source-tree';

function keysUnder(tree: unknown, path = ''): string[] {
  return typeof tree === 'string'
    ? [path]
    : Object.entries(tree as object).flatMap(([name, below]) => keysUnder(below, path ? `${path}.${name}` : name));
}

const catalogue = englishCatalogue();
const tree = readSourceTree();

it('every text of the catalogue is read somewhere', () => {
  expect(unreadKeys(tree, keysUnder(catalogue))).toEqual([]);
});

it('every reason that has words is given somewhere', () => {
  // Whichever area refused, its reasons are looked up by their code, which no file would be missed for.
  const reasons = ['forms.reasons', 'identity.refusal', 'clearance.refusal', 'reference.refusal', 'audit.because'];
  const codes = reasons.flatMap((part) => {
    const [area = '', name = ''] = part.split('.');
    return keysUnder((catalogue[area] as Record<string, unknown>)[name]);
  });
  expect(codes.length).toBeGreaterThan(80);
  expect(unknownCodes(tree, [...new Set(codes)])).toEqual([]);
});

it('a text that is read nowhere is noticed, and one read by a part of its name is not', () => {
  const file = `const t = useTranslations('queue');\nt('title');\nt(\`tab.\${tab}\`);\n`;
  const keys = ['queue.title', 'queue.tab.new', 'queue.lead', 'search.title'];
  expect(unreadKeys(new Map([['app/page.tsx', file]]), keys)).toEqual(['queue.lead', 'search.title']);
});
