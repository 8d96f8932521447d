import { pick } from '@/lib/demo/draw';
import type { Random } from '@/lib/kernel/prng';
import { screenName } from '@/lib/screening/normalise';
import type { Row } from './files';
import { WAYS } from './variants';

/** Two names, whether they mean one party, and how the pair came about. */
export type Pair = { readonly a: string; readonly b: string; readonly isMatch: boolean; readonly way: string };

type Party = { readonly names: readonly string[]; readonly isPerson: boolean };

const parts = (text: string | undefined) =>
  (text ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

/** Persons and entities of a list with every name. */
export function partiesOf(rows: readonly Row[]): readonly Party[] {
  return rows
    .filter(({ entity_type: type }) => type !== 'vessel' && type !== 'aircraft')
    .map((row) => ({ names: [row.name ?? '', ...parts(row.aliases)], isPerson: row.entity_type === 'person' }))
    .filter(({ names }) => (names[0] ?? '') !== '');
}

/** The words of a name in any order: one party may be on two lists, its name turned round. */
const lettersOf = (name: string) => [...screenName(name).key.replaceAll(' ', '')].sort().join('');
const wordsOf = (name: string) => screenName(name).tokens.flatMap(({ text, kind }) => (kind === 'word' ? [text] : []));

function changed(random: Random, { names, isPerson }: Party, others: readonly Party[]): Pair | null {
  const name = names[0] ?? '';
  const words = name.split(/[\s,]+/).filter(Boolean);
  if (words.length < 2) return null;
  const other =
    pick(random, others)
      .names[0]?.split(/[\s,]+/)
      .filter((word) => word.length > 2) ?? [];
  const at = isPerson && name.includes(',') ? words.length - 1 : 0;
  const word = isPerson && name.includes(',') ? other.at(-1) : other[0];
  if (!word) return null;
  const made = words.map((own, index) => (index === at ? word : own)).join(' ');
  return { a: name, b: made, isMatch: false, way: isPerson ? 'other first name' : 'other core word' };
}

/** Pairs of one list: names as they turn up, other names of one entry, and names of others that come near. */
export function makePairs(rows: readonly Row[], count: number, random: Random): readonly Pair[] {
  const parties = partiesOf(rows);
  const byWord = new Map<string, Party[]>();
  for (const party of parties)
    for (const word of new Set(wordsOf(party.names[0] ?? ''))) byWord.set(word, [...(byWord.get(word) ?? []), party]);
  const persons = parties.filter(({ isPerson }) => isPerson);
  const entities = parties.filter(({ isPerson }) => !isPerson);
  const pairs: Pair[] = [];
  const ways = Object.entries(WAYS);
  while (pairs.length < count) {
    const party = pick(random, parties);
    const name = party.names[0] ?? '';
    const [way, make] = pick(random, ways);
    const variant = make(random, name);
    if (variant !== null && wordsOf(name).length > 1) pairs.push({ a: name, b: variant, isMatch: true, way });
    const near = otherNear(random, party, byWord);
    if (near) pairs.push(near);
    const swapped = random() < 0.4 ? changed(random, party, party.isPerson ? persons : entities) : null;
    if (swapped && lettersOf(swapped.a) !== lettersOf(swapped.b)) pairs.push(swapped);
    const stranger = pick(random, parties);
    if (stranger !== party && random() < 0.2)
      pairs.push({ a: name, b: stranger.names[0] ?? '', isMatch: false, way: 'stranger' });
  }
  return pairs;
}

function otherNear(random: Random, party: Party, byWord: ReadonlyMap<string, readonly Party[]>): Pair | null {
  const words = wordsOf(party.names[0] ?? '');
  if (words.length === 0) return null;
  const others = byWord.get(pick(random, words)) ?? [];
  const other = pick(random, others);
  const known = new Set(party.names.map(lettersOf));
  if (other === party || other.names.some((name) => known.has(lettersOf(name)))) return null;
  return { a: party.names[0] ?? '', b: other.names[0] ?? '', isMatch: false, way: 'shares a word' };
}

/** Other names of one entry as the list has them, those that share a word with the first: real spellings, and some that are none. */
export function aliasPairs(rows: readonly Row[], count: number, random: Random): readonly Pair[] {
  const parties = partiesOf(rows).filter(({ names }) => names.length > 1);
  const pairs: Pair[] = [];
  while (pairs.length < count && parties.length > 0) {
    const { names } = pick(random, parties);
    const alias = pick(random, names.slice(1));
    const own = new Set(wordsOf(names[0] ?? ''));
    if (wordsOf(alias).length > 1 && wordsOf(alias).some((word) => own.has(word)))
      pairs.push({ a: names[0] ?? '', b: alias, isMatch: true, way: 'alias' });
  }
  return pairs;
}

/** The first names of one listed person with the family name of another: the hardest names of people who are on no list. */
export function recombinedNames(rows: readonly Row[], count: number, random: Random): readonly string[] {
  const people = partiesOf(rows).flatMap(({ names, isPerson }) => {
    const [family = '', first = ''] = (names[0] ?? '').split(', ');
    return isPerson && first !== '' ? [{ family, first }] : [];
  });
  const listed = new Set(rows.flatMap(({ name = '', aliases }) => [name, ...parts(aliases)].map(lettersOf)));
  const made: string[] = [];
  while (made.length < count && people.length > 0) {
    const name = `${pick(random, people).first} ${pick(random, people).family}`;
    if (!listed.has(lettersOf(name))) made.push(name);
  }
  return made;
}
