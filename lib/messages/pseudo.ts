/** The pseudo-locale: English made unlike English, to show text that bypasses the catalogue and screens that cannot grow. */
export const PSEUDO_LOCALE = 'en-XA';

/** A catalogue: text or a nested catalogue under each key. */
export type MessageTree = { [key: string]: string | MessageTree };

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const marks = new Map([...PLAIN].map((letter, index) => [letter, [...MARKED][index] ?? letter]));
/** Growth that translations from English commonly need, in per cent of the letters. */
const GROWTH_PERCENT = 40;

/**
 * Accents every letter of an ICU message a person would read, lengthens it by 40 % and puts it in `[!! … !!]`.
 * Arguments, tags, plural selectors and apostrophe-quoted runs stay as they are, so the message still formats.
 */
export function pseudoMessage(message: string): string {
  const { text, letters } = accentText(message, 0, false);
  const padding = Math.ceil((letters * GROWTH_PERCENT) / 100);
  return `[!! ${text}${padding > 0 ? ` ${'~'.repeat(padding)}` : ''} !!]`;
}

/** The whole catalogue through `pseudoMessage`; keys stay. */
export function pseudoMessages(messages: MessageTree): MessageTree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoMessage(value) : pseudoMessages(value),
    ]),
  );
}

type Accented = { readonly text: string; readonly letters: number; readonly end: number };

/** Accents from `start` to the end, or to the brace that closes a plural branch when `nested`. */
function accentText(message: string, start: number, nested: boolean): Accented {
  let text = '';
  let letters = 0;
  let at = start;
  while (at < message.length) {
    const char = message.charAt(at);
    if (char === '}' && nested) break;
    if (char === '{') {
      const argument = accentArgument(message, at);
      text += argument.text;
      letters += argument.letters;
      at = argument.end;
      continue;
    }
    const kept = keptRun(message, at);
    if (kept > at) {
      text += message.slice(at, kept);
      at = kept;
      continue;
    }
    const marked = marks.get(char);
    text += marked ?? char;
    if (marked) letters += 1;
    at += 1;
  }
  return { text, letters, end: at };
}

/** End of a run that is syntax (a rich text tag, a quoted run, a doubled apostrophe); `at` itself when it is text. */
function keptRun(message: string, at: number): number {
  const rest = message.slice(at);
  const tag = /^<\/?[A-Za-z][\w-]*\/?>/.exec(rest);
  const quoted = /^''|^'[{}<#|][^']*'?/.exec(rest);
  return at + (tag?.[0].length ?? quoted?.[0].length ?? 0);
}

/** `{name}` and `{name, number}` stay; the branches of plural, selectordinal and select are accented. */
function accentArgument(message: string, open: number): Accented {
  const branching = /^\{\s*[\w.]+\s*,\s*(?:plural|selectordinal|select)\s*,/.exec(message.slice(open));
  if (!branching) {
    const close = message.indexOf('}', open);
    const end = close === -1 ? message.length : close + 1;
    return { text: message.slice(open, end), letters: 0, end };
  }
  let text = branching[0];
  let letters = 0;
  let at = open + branching[0].length;
  while (at < message.length && message.charAt(at) !== '}') {
    text += message.charAt(at);
    at += 1;
    if (message.charAt(at - 1) !== '{') continue;
    const branch = accentText(message, at, true);
    text += `${branch.text}}`;
    letters = Math.max(letters, branch.letters);
    at = branch.end + 1;
  }
  return { text: `${text}}`, letters, end: at + 1 };
}
