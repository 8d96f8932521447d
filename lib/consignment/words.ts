const WORD = /[\p{L}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;

/** A word without its English plural: `watches` is `watch`, `batteries` is `battery`, `glass` stays. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words of a description in lower case and singular, punctuation dropped. Lists are read the same way. */
export function wordsOf(text: string): readonly string[] {
  // Nearly all text is ASCII, where the plain pattern finds the same words in a third of the time.
  const found = ASCII.test(text)
    ? text.toLowerCase().match(ASCII_WORD)
    : text.normalize('NFKC').toLowerCase().match(WORD);
  return found ? found.map(singular) : [];
}

/** Words with their figures stripped: `iphone 15 pro` is `iphone pro`. */
export function lettersOf(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const word of words) {
    const letters = /\d/.test(word) ? word.replace(/\p{N}+/gu, '') : word;
    if (letters !== '') kept.push(letters);
  }
  return kept;
}

/** A phrase as a text has it, capitals and plurals and all: `Mixed GOODS` for `mixed good`; the phrase itself where it is not in it. */
export function asWritten(text: string, phrase: string): string {
  const plain = text.normalize('NFKC');
  const tokens = [...plain.matchAll(WORD)];
  const words = phrase.split(' ');
  const first = tokens.findIndex((_, at) =>
    words.every((word, offset) => singular((tokens[at + offset]?.[0] ?? '').toLowerCase()) === word),
  );
  const last = tokens[first + words.length - 1];
  return first < 0 || !last ? phrase : plain.slice(tokens[first]?.index, last.index + last[0].length);
}

/** Phrases by their first word, so that a text is searched in one pass however many phrases there are. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly of: T }[]>;

/** Builds the index of phrases; phrases without a word are left out. */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, of: T]>): PhraseIndex<T> {
  const index = new Map<string, { words: readonly string[]; of: T }[]>();
  for (const [phrase, of] of entries) {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) continue;
    const known = index.get(first);
    if (known) known.push({ words, of });
    else index.set(first, [{ words, of }]);
  }
  return index;
}

/** Phrases that stand in the words, in the order of the text. */
export function findPhrases<T>(
  index: PhraseIndex<T>,
  words: readonly string[],
): readonly { readonly phrase: string; readonly of: T }[] {
  const found: { phrase: string; of: T }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = index.get(words[at] ?? '');
    if (!candidates) continue;
    for (const { words: phrase, of } of candidates) {
      if (phrase.every((word, offset) => words[at + offset] === word)) found.push({ phrase: phrase.join(' '), of });
    }
  }
  return found;
}
