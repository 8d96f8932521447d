import { dirname } from 'node:path';
import { importsOf, isTest, type SourceTree, targetOf } from './source-tree';

const ENTRY = /^app\/(?:.*\/)?(page|layout|error|not-found|loading)\.tsx$/;
const READS = /useTranslations\(\s*(?:[`'"]([^`'"$]*))?/g;
const LATER = /import\(\s*'([^']+)'\s*\)/g;
const SENT = /<ClientMessages\s+of=\{\[([^\]]*)\]\}/;

/** Parts of the catalogue that components read in the browser when an entry of the router is shown. */
function readInBrowser(tree: SourceTree, entry: string): Set<string> {
  const parts = new Set<string>();
  const seen = new Set<string>();
  const look = (path: string, above: boolean): void => {
    const text = tree.get(path) ?? '';
    // A server action is called, not sent along.
    if (/^'use server'/.test(text)) return;
    const inBrowser = above || /^'use client'/.test(text);
    const key = `${inBrowser} ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    // Without a literal the part cannot be known: it stands as the whole catalogue, which no layout sends.
    if (inBrowser) for (const [, part = '*'] of text.matchAll(READS)) parts.add(part.replace(/\.$/, ''));
    const now = importsOf(path, text).flatMap(({ target, isTypeOnly }) => (isTypeOnly ? [] : [target]));
    const later = [...text.matchAll(LATER)].map(([, target = '']) => targetOf(path, target));
    for (const target of [...now, ...later]) {
      const file = [`${target}.ts`, `${target}.tsx`].find((one) => tree.has(one));
      if (file) look(file, inBrowser);
    }
  };
  look(entry, false);
  return parts;
}

const covers = (sent: string, part: string): boolean => part === sent || part.startsWith(`${sent}.`);

/** What components in the browser read is sent along by a layout above them, and nothing that none of them reads. */
export function browserHasItsMessages(tree: SourceTree): string[] {
  const layouts = [...tree].flatMap(([path, text]) => {
    const [, list] = path.endsWith('layout.tsx') ? (SENT.exec(text) ?? []) : [];
    return list === undefined ? [] : [{ path, parts: [...list.matchAll(/'([^']+)'/g)].map(([, part = '']) => part) }];
  });
  const entries = [...tree.keys()].filter((path) => ENTRY.test(path) && !isTest(path));
  const read = new Map(entries.map((entry) => [entry, readInBrowser(tree, entry)]));
  const above = (entry: string, layout: string) => `${entry}/`.startsWith(`${dirname(layout)}/`);
  const missing = [...read].flatMap(([entry, parts]) =>
    [...parts]
      .filter(
        (part) => !layouts.some(({ path, parts: sent }) => above(entry, path) && sent.some((one) => covers(one, part))),
      )
      .map((part) => `${entry} reads ${part} in the browser, and no layout above it sends it`),
  );
  const idle = layouts.flatMap(({ path, parts }) =>
    parts
      .filter(
        (sent) =>
          ![...read].some(([entry, wanted]) => above(entry, path) && [...wanted].some((part) => covers(sent, part))),
      )
      .map((sent) => `${path} sends ${sent}, which nothing below it reads`),
  );
  return [...missing, ...idle];
}
