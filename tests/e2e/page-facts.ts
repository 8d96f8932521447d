import { readdirSync, readFileSync } from 'node:fs';

const MESSAGES = 'lib/messages/en';
/** The words of all screens, which are sent along to parts that work in the browser, whoever asks. */
const WORDS = readdirSync(MESSAGES)
  .map((name) => readFileSync(`${MESSAGES}/${name}`, 'utf8'))
  .join('\n');

/** Shorter texts stand in every answer by chance. */
const LENGTH_MIN = 5;

/** Texts that a markup and a content answer would write otherwise, and so could not be found again. */
const isPlain = (text: string) => text.length >= LENGTH_MIN && !/[&<>"\\]/.test(text) && !WORDS.includes(text);

/**
 * What a page tells of the database: names and codes, instants, and every text and value with figures in it. Its own words are in the
 * source for everybody.
 */
export function factsOf(html: string): Set<string> {
  const body = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/^[\s\S]*?<body/, '');
  const found = [
    ...body.matchAll(/translate="no"[^>]*>([^<]+)</g),
    ...body.matchAll(/<time[^>]*dateTime="([^"]+)"/gi),
    ...body.matchAll(/>([^<]*\d[^<]*\d[^<]*)</g),
    ...body.matchAll(/ value="([^"]*\d[^"]*)"/g),
  ];
  return new Set(found.map(([, text = '']) => text.trim()).filter(isPlain));
}

/** Addresses of pages that a page links to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"]*)"/g)].map(([, href = '']) => href);
