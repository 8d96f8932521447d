import { isTest, type SourceTree } from './source-tree';

/** Where a translator is made, with the variable that holds it where it holds it alone. */
const MADE = /(?:const (\w+) = (?:await )?)?\(?(?:await )?(?:use|get)Translations\(\s*(?:'([^']*)')?\s*\)/g;
/** A part that is read without a translator. */
const IMPORTED = /from '@\/lib\/messages\/en\/(\w+)\.json'/g;
/** A call of a translator up to its first argument. */
const CALL = /\b(t|t[A-Z]\w*|\w+)(?:\.(?:rich|raw|has|markup))?\(\s*([^'"`)\s][^),]*)/g;
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;
/** Text of a template before what is filled in. */
const HEAD = /`([\w.-]+)\$\{/g;
const PLAIN = /`([\w.-]+)`/g;

const SENT = /<ClientMessages[^>]*>/g;
/** A translator as an argument or a property. */
const HANDED = /\bt(?:[A-Z]\w*)?(?:\.(?:rich|raw|has))?\(|\bwords\(/;

type Use = {
  /** Parts of the catalogue that the file reads from; null where it is handed a translator and cannot say of which part. */
  readonly parts: ReadonlySet<string> | null;
  /** Parts of which it reads a key that is not written in the file. */
  readonly whole: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  readonly heads: readonly string[];
};

function useOf(text: string): Use {
  const made = [...text.matchAll(MADE)].map(([, name, part = '']) => ({ name, part }));
  const imported = [...text.matchAll(IMPORTED)].map(([, part = '']) => part);
  const parts = new Set([...made.map(({ part }) => part), ...imported]);
  const heldBy = (name: string) => made.filter((one) => one.name === name).map(({ part }) => part);
  const literals = new Set([...text.matchAll(LITERAL)].map(([, single, double]) => single ?? double ?? ''));
  for (const [, all = ''] of text.matchAll(PLAIN)) literals.add(all);
  const heads = [...text.matchAll(HEAD)].map(([, head = '']) => head);
  const whole = new Set<string>();
  for (const [, name = '', argument = ''] of text.matchAll(CALL)) {
    const held = heldBy(name);
    const isTranslator = held.length > 0 || /^t([A-Z]\w*)?$/.test(name);
    if (!isTranslator || /['"`]/.test(argument)) continue;
    for (const one of held.length > 0 ? held : parts) whole.add(one);
  }
  // A part named in full is looked up in by its name; what is sent along to the browser is not read by that.
  const sent = new Set(
    [...text.matchAll(SENT)].flatMap(([list]) => [...list.matchAll(LITERAL)].map(([, part]) => part)),
  );
  const named = [...literals].filter(
    (literal) => /^[a-z]+(\.\w+)+$/.test(literal) && !parts.has(literal) && !sent.has(literal),
  );
  for (const one of named) whole.add(one);
  const isHanded = parts.size === 0 && HANDED.test(text);
  return { parts: isHanded ? null : parts, whole, literals, heads };
}

/** Every way to name a key: a part of the catalogue, and what is left of the key within it. */
function waysOf(key: string): (readonly [part: string, rest: string])[] {
  const names = key.split('.');
  return names.map((_, length) => [names.slice(0, length).join('.'), names.slice(length).join('.')]);
}

const reads = (use: Use, ways: ReturnType<typeof waysOf>): boolean =>
  ways.some(([part, rest]) => {
    if (use.whole.has(part)) return true;
    if (use.parts !== null && !use.parts.has(part)) return false;
    return use.literals.has(rest) || use.heads.some((head) => rest.startsWith(head));
  });

/** What each file of the product reads. */
const usesIn = (tree: SourceTree): Use[] => [...tree].filter(([path]) => !isTest(path)).map(([, text]) => useOf(text));

/** Keys of the catalogue that no file of the product reads. */
export function unreadKeys(tree: SourceTree, keys: readonly string[]): string[] {
  const uses = usesIn(tree);
  return keys.filter((key) => {
    const ways = waysOf(key);
    return !uses.some((use) => reads(use, ways));
  });
}

/** Codes of a part of the catalogue that no file of the product gives, whole or by the beginning of its name. */
export function unknownCodes(tree: SourceTree, codes: readonly string[]): string[] {
  const uses = usesIn(tree);
  const isGiven = (code: string) =>
    uses.some(({ literals, heads }) => literals.has(code) || heads.some((head) => code.startsWith(head)));
  return codes.filter((code) => !isGiven(code));
}
