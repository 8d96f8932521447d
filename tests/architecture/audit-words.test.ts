import { expect, it } from 'vitest';
import words from '@/lib/messages/en/audit.json';
import { readSourceTree } from './source-tree';

/** What stands between the brace at `open` and the one that closes it. */
function bodyAt(text: string, open: number): string {
  let depth = 0;
  for (let end = open; end < text.length; end += 1) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
    if (depth === 0) return text.slice(open + 1, end);
  }
  return '';
}

/** Names of the properties of an object literal, of those in `before` and `after`, and of what is spread in by condition. */
function namesIn(body: string): string[] {
  const nested = [...body.matchAll(/\b(?:before|after): \{|\? \{|: \{/g)].flatMap((found) =>
    namesIn(bodyAt(body, found.index + found[0].length - 1)),
  );
  let own = body;
  for (let inner = /[{([][^{}()[\]]*[})\]]/; inner.test(own); ) own = own.replace(inner, '');
  const named = own
    .split(',')
    .map((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1])
    .filter((name) => name !== undefined);
  return [...named.filter((name) => name !== 'before' && name !== 'after'), ...nested];
}

it('every fact that a command writes into the audit log has a word', () => {
  const facts = [...readSourceTree()]
    .filter(([path, text]) => path.startsWith('db/') && !path.includes('.test.') && text.includes('writeAudit'))
    .flatMap(([, text]) => [...text.matchAll(/\bdetails: \{/g)].map(({ index }) => bodyAt(text, index + 9)))
    .flatMap(namesIn);
  expect(facts.length).toBeGreaterThan(30);
  expect([...new Set(facts)].filter((name) => !Object.hasOwn(words.detail, name)).sort()).toEqual([]);
});
