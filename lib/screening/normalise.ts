import { nameTokens } from '@/lib/consignment/fold';
import { type LegalFamily, withoutLegalForms } from './legal-forms';
import { commonWordOf, GENERAL, givenNameOf, numberOf, PARTICLES, RANKS } from './name-words';

/** What a token is in a name; it decides how much it weighs. */
export type TokenKind = 'word' | 'general' | 'particle' | 'patronymic' | 'initial' | 'figure' | 'joined';

/** One word of a name, ready for comparison. */
export type NameToken = {
  readonly text: string;
  readonly kind: TokenKind;
  /** Consonants in rough classes of sound: `mohammed` and `muhamad` are both `mhmd`. */
  readonly sound: string;
  /** What a script without vowels leaves of it: `w` and `y` are vowels too. Set for tokens of such scripts, and for what is compared with them. */
  readonly skeleton: string;
  readonly isVowelless: boolean;
  /** The word or given name it is a spelling of; null for all other. */
  readonly family: string | null;
  /** Letters, as far as they tell one name from another. */
  readonly weight: number;
};

/** A word of a name, or two neighbours written as one: `from` the first token, `to` after the last. */
export type Part = { readonly token: NameToken; readonly from: number; readonly to: number };

/** The tokens of a name, and every two neighbours written together. */
export type Parts = { readonly single: readonly Part[]; readonly joined: readonly Part[] };

/** A name in the form it is screened in. */
export type ScreenKey = {
  /** The tokens joined by blanks. */
  readonly key: string;
  readonly tokens: readonly NameToken[];
  readonly parts: Parts;
  /** The script it was written in, where that is not Latin, and its words as written. */
  readonly original: { readonly script: string; readonly text: string } | null;
  readonly families: readonly LegalFamily[];
  /** It has a legal form or a word of companies. */
  readonly isOrganisation: boolean;
};

/** Names are cut at 30 words, so that a set of them fits the bits of one number. */
const MOST_TOKENS = 30;

const WEIGHT: Readonly<Record<TokenKind, number>> = {
  word: 1,
  general: 0.6,
  particle: 0.3,
  patronymic: 0.45,
  initial: 1,
  figure: 1,
  joined: 1,
};

const SCRIPTS = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['other', /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u],
] as const;
const VOWELLESS: ReadonlySet<string> = new Set(['Arabic', 'Hebrew']);
const ASCII = /^[\0-\x7f]*$/;

function scriptOf(name: string): string | null {
  if (ASCII.test(name)) return null;
  return SCRIPTS.find(([, letters]) => letters.test(name))?.[0] ?? null;
}

/** The Arabic article is written to its noun: parted, so that `الراشدي` is `al Rashidi`. */
const ARABIC_ARTICLE = /(^|\s)ال(?=\p{Script=Arabic}{3})/gu;

function prepared(name: string, script: string | null): string {
  if (script === 'Arabic') return name.replace(ARABIC_ARTICLE, '$1');
  // Syllables of Korean names are apart in Latin letters.
  if (script === 'Hangul') return name.normalize('NFC').replace(/(\p{Script=Hangul})/gu, '$1 ');
  return name.replace(/&/g, ' and ').replace(/\bs\/o\b|\bd\/o\b/gi, ' bin ');
}

/** Consonants of a token in rough sound classes, doubled ones once: `mohammed` and `muhamad` are both `mhmd`. */
export function consonantsOf(token: string): string {
  return token
    .replace(/ph/g, 'f')
    .replace(/(?:sch|shch|sh|ch|zh|dzh|tch|tsch|dj)/g, 'j')
    .replace(/gh/g, 'g')
    .replace(/dh/g, 'd')
    .replace(/th/g, 't')
    .replace(/x/g, 'ks')
    .replace(/[ckq]h?/g, 'k')
    .replace(/w/g, 'v')
    .replace(/ts|tz|z/g, 's')
    .replace(/[aeiouy]/g, '')
    .replace(/(.)h$/, '$1')
    .replace(/(.)\1+/g, '$1');
}

function skeletonOf(token: string): string {
  return consonantsOf(token).replace(/[vh]/g, '');
}

function kindOf(text: string): TokenKind {
  if (/\d/.test(text)) return 'figure';
  if (text.length === 1) return 'initial';
  if (PARTICLES.has(text)) return 'particle';
  if (GENERAL.has(text)) return 'general';
  if (text.length > 6 && /(?:ovich|evich|ovych|evych|ovna|evna|ivna|yevich)$/.test(text)) return 'patronymic';
  return 'word';
}

/** Tokens that stay remembered: most words of names come again and again. */
const REMEMBERED = 20_000;
const remembered = new Map<string, NameToken>();

/** A token with all that comparisons ask of it. */
export function nameToken(written: string, isVowelless = false): NameToken {
  const name = isVowelless ? `'${written}` : written;
  const known = remembered.get(name);
  if (known) return known;
  const token = madeToken(written, isVowelless);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(name, token);
  return token;
}

function madeToken(written: string, isVowelless: boolean): NameToken {
  const text = numberOf(written);
  const kind = kindOf(text);
  const family = commonWordOf(text) ?? givenNameOf(text);
  return {
    text,
    kind: family !== null && GENERAL.has(family) ? 'general' : kind,
    sound: consonantsOf(text),
    skeleton: skeletonOf(text),
    isVowelless,
    family,
    weight: text.length * WEIGHT[kind],
  };
}

function joinedToken(first: NameToken, second: NameToken): NameToken {
  const text = first.text + second.text;
  return {
    text,
    kind: 'joined',
    sound: (first.sound + second.sound).replace(/(.)\1+/g, '$1'),
    skeleton: '',
    isVowelless: false,
    family: givenNameOf(text),
    weight: first.weight + second.weight,
  };
}

function partsOf(tokens: readonly NameToken[]): Parts {
  const single = tokens.map((token, at) => ({ token, from: at, to: at + 1 }));
  const joined = tokens.slice(1).flatMap((second, at) => {
    const first = tokens[at];
    return first ? [{ token: joinedToken(first, second), from: at, to: at + 2 }] : [];
  });
  return { single, joined };
}

function withoutRanks(tokens: readonly string[]): readonly string[] {
  const kept = tokens.filter((token) => !RANKS.has(token));
  return kept.filter((token) => !PARTICLES.has(token) && token.length > 1).length > 1 ? kept : tokens;
}

/** The screening form of a name in any script. */
export function screenName(name: string): ScreenKey {
  const script = scriptOf(name);
  const whole = nameTokens(prepared(name, script));
  const { tokens: bare, families, hasForm } = withoutLegalForms(whole);
  const isCompany = hasForm || bare.some((token) => kindOf(token) === 'general');
  const named = isCompany ? bare : withoutRanks(bare);
  const tokens = named.slice(0, MOST_TOKENS).map((token) => nameToken(token, script !== null && VOWELLESS.has(script)));
  return {
    key: tokens.map(({ text }) => text).join(' '),
    tokens,
    parts: partsOf(tokens),
    original:
      script === null
        ? null
        : {
            script,
            text:
              name
                .normalize('NFKC')
                .toLowerCase()
                .match(/[\p{L}\p{N}]+/gu)
                ?.join('') ?? '',
          },
    families,
    isOrganisation: isCompany,
  };
}
