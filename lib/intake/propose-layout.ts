import { COLUMN_GUIDE, RECORD_COLUMNS } from '@/lib/consignment/column-guide';
import { foldedTokens } from '@/lib/consignment/fold';
import { PARTY_FIELDS, PARTY_WORDS, SYNONYMS } from './column-synonyms';
import { isDateOf } from './convert-value';
import { DATE_FORMS, type Delimiter, type Layout, type RecordColumn, type Target } from './layout';

const join = (tokens: readonly string[]) => tokens.join('').replaceAll(/([aou])e/g, '$1');
const folded = (text: string) => join(foldedTokens(text));

/** Folded word to meaning. A word that means two things keeps the first. */
function index<Meaning extends string>(rows: readonly (readonly [Meaning, string])[]): ReadonlyMap<string, Meaning> {
  const map = new Map<string, Meaning>();
  for (const [meaning, words] of rows)
    for (const word of words.split(';')) {
      const key = folded(word);
      if (key !== '' && !map.has(key)) map.set(key, meaning);
    }
  return map;
}

const COLUMNS: ReadonlyMap<string, RecordColumn> = index([
  ...RECORD_COLUMNS.map((column) => [column, column] as const),
  ...SYNONYMS,
]);
const SIDES = index(PARTY_WORDS);
const FIELDS = index(PARTY_FIELDS);
const KNOWN: ReadonlySet<string> = new Set(RECORD_COLUMNS);
/** Units and remarks that say how a value is written, not what it is. */
const REMARKS: ReadonlySet<string> = new Set([
  'in',
  'kg',
  'g',
  'gr',
  'gram',
  'gramm',
  'grams',
  'gramos',
  'grammes',
  'en',
  'eur',
  'usd',
  'gbp',
  'utc',
  'iso',
  'iso2',
  'code',
]);

/** `recipientZipCode` and `HSCode` are several words. */
function tokensOf(name: string): readonly string[] {
  return foldedTokens(name.replace(/\bn[°º]/giu, 'no ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

type Guess = { readonly side: string | null; readonly field: string };

/** A side and a field of a party, in either order, joined or apart: `Empf. PLZ`, `Land des Absenders`, `ship_to_city`. */
function partyOf(tokens: readonly string[]): Guess | null {
  for (let at = 1; at < tokens.length; at += 1) {
    const [front, back] = [join(tokens.slice(0, at)), join(tokens.slice(at))];
    for (const [side, field] of [
      [SIDES.get(front) ?? SIDES.get(front.replace(/s$/, '')), FIELDS.get(back)],
      [SIDES.get(back) ?? SIDES.get(back.replace(/s$/, '')), FIELDS.get(front)],
    ])
      if (side && field) return { side, field };
  }
  const whole = join(tokens);
  for (const [word, side] of SIDES) {
    const rest = word.length > 3 && whole.startsWith(word) ? whole.slice(word.length) : '';
    const field = FIELDS.get(rest);
    if (field) return { side, field };
  }
  const side = SIDES.get(whole);
  if (side && whole.length > 3) return { side, field: 'name' };
  const field = FIELDS.get(whole);
  return field ? { side: null, field } : null;
}

const FILLERS: ReadonlySet<string> = new Set(['des', 'der', 'du', 'de', 'of', 'the', 'del', 'di', 'van', 'la', 'le']);

function guess(name: string): RecordColumn | Guess | null {
  const all = tokensOf(name);
  for (const tokens of [all, all.filter((token) => !REMARKS.has(token))]) {
    const column = COLUMNS.get(join(tokens));
    if (column) return column;
    const party = partyOf(tokens) ?? partyOf(tokens.filter((token) => !FILLERS.has(token)));
    if (party) return party;
  }
  return null;
}

/** What the columns of a file probably are, by their names; each column of the record once. Confirmed by a person before it counts. */
export function proposeTargets(header: readonly string[]): Target[] {
  const guesses = header.map(guess);
  const taken = new Set<string>();
  const targets: (Target | null)[] = header.map(() => null);
  const give = (position: number, column: string) => {
    if (targets[position] || taken.has(column) || !KNOWN.has(column)) return;
    taken.add(column);
    targets[position] = column as RecordColumn;
  };
  for (const [position, found] of guesses.entries()) {
    if (typeof found === 'string') give(position, found);
    else if (found?.side) give(position, `${found.side}_${found.field}`);
  }
  // A party field without a side is the recipient's in what carriers and shops export; the second of a name is the other side's.
  for (const [position, found] of guesses.entries()) {
    if (!found || typeof found === 'string' || found.side) continue;
    const free = [`recipient_${found.field}`, `sender_${found.field}`].find((column) => !taken.has(column));
    if (free) give(position, free);
  }
  // Carriers name their consignments by the number they are tracked by, and have no other.
  const tracked = targets.indexOf('house_ref');
  if (tracked >= 0 && !taken.has('reference')) targets[tracked] = 'reference';
  return targets.map(
    (target, position) => target ?? (isPersonal(header[position] ?? '', guesses[position]) ? 'left_out' : 'kept'),
  );
}

/** What is not mapped stays with the goods for years: not so what may tell of persons, or has no name at all. */
function isPersonal(name: string, found: RecordColumn | Guess | null | undefined): boolean {
  if (name.trim() === '') return true;
  if (found && typeof found !== 'string') return true;
  return tokensOf(name).some(
    (token) =>
      SIDES.has(join([token])) ||
      FIELDS.get(join([token])) === 'name' ||
      /^(mail|email|phone|tel|telefon|mobil|handy|fax|geburt\w*|birth\w*)$/.test(token),
  );
}

type Columns = { readonly targets: readonly Target[]; readonly rows: readonly (readonly string[])[] };

function valuesOf({ targets, rows }: Columns, forms: readonly string[]): string[] {
  return targets.flatMap((target, position) => {
    if (target === 'kept' || target === 'left_out' || !forms.includes(COLUMN_GUIDE[target].form)) return [];
    return rows.flatMap((row) => row[position] || []);
  });
}

/** How the values of a file are probably written, from its names and first rows. */
export function proposeLayout(
  delimiter: Delimiter,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Layout {
  const targets = proposeTargets(header);
  const columns = { targets, rows };
  const decimals = valuesOf(columns, ['amount', 'mass', 'quantity']);
  const dates = valuesOf(columns, ['instant']);
  const isComma =
    decimals.some((text) => /,\d{1,2}$|,\d{4,}$/.test(text)) ||
    (delimiter === ';' && !decimals.some((text) => /\.\d{1,2}$|\.\d{4,}$/.test(text)));
  // One date that does not exist must not turn the others away: the form that reads most of them.
  const read = (form: Layout['dateForm']) => dates.filter((text) => isDateOf(text, form)).length;
  const [dateForm = 'iso'] = [...DATE_FORMS].sort((a, b) => read(b) - read(a));
  const grams = header.some((name, position) => {
    const target = targets[position];
    return (
      (target === 'gross_mass_kg' || target === 'net_mass_kg') &&
      tokensOf(name).some((token) => /^(g|gr|gramm|grams?|gramos|grammes)$/.test(token))
    );
  });
  return {
    delimiter,
    decimalMark: isComma ? 'comma' : 'point',
    dateForm,
    massUnit: grams ? 'g' : 'kg',
    header: [...header],
    targets,
    fixed: {},
  };
}
