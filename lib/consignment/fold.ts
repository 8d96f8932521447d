import anyAscii from 'any-ascii';

const ASCII = /^[\p{ASCII}]*$/u;
const TOKEN = /[a-z0-9]+/g;

/** Latin letters and figures of any script: compatibility forms resolved, romanised, lower case. Words stay apart. */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC');
  if (ASCII.test(plain)) return plain.toLowerCase();
  // Romanised ideographs come joined with a capital each: keep the boundary.
  return anyAscii(plain.replace(/(\p{Script=Han})/gu, '$1 ')).toLowerCase();
}

/** Tokens of a folded text; apostrophes join (`O'Brien` is `obrien`), everything else parts. */
export function foldedTokens(text: string): readonly string[] {
  return foldText(text).replace(/['`]/g, '').match(TOKEN) ?? [];
}

const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof herr frau hr fr mme mlle mons sig sra sr srta dhr mevr ing dipl hajji sheikh haji'.split(
    ' ',
  ),
);

/** Tokens of a person's name without forms of address; a name of nothing else is kept. */
export function nameTokens(name: string): readonly string[] {
  const tokens = foldedTokens(name);
  const kept = tokens.filter((token) => !HONORIFICS.has(token));
  return kept.length > 0 ? kept : tokens;
}

const STREET_FORMS: ReadonlyMap<string, string> = new Map(
  [
    ['str', 'strasse street straat strada ulica ul st'],
    ['ave', 'avenue av avenida avda'],
    ['rd', 'road'],
    ['ln', 'lane laan'],
    ['sq', 'square platz plein place piazza plaza pl'],
    ['blvd', 'boulevard bd'],
  ].flatMap(([short = '', forms = '']) => forms.split(' ').map((form) => [form, short] as const)),
);
const STREET_ENDINGS = [
  ['strasse', 'str'],
  ['straat', 'str'],
  ['weg', 'weg'],
] as const;
const NOISE: ReadonlySet<string> = new Set(
  'no nr number apt apartment app flat unit suite bus bte hs de la le du'.split(' '),
);

function streetToken(token: string): string {
  const whole = STREET_FORMS.get(token);
  if (whole) return whole;
  for (const [ending, short] of STREET_ENDINGS) {
    if (token.length > ending.length && token.endsWith(ending)) return token.slice(0, -ending.length) + short;
  }
  return token;
}

/** An address in a form that survives word order, abbreviations, punctuation and script: `Hauptstraße 5` is `hauptstr. 5`. */
export function normaliseAddress(address: string): string {
  return foldedTokens(address)
    .filter((token) => !NOISE.has(token))
    .map(streetToken)
    .sort()
    .join(' ');
}
