import { conflictsOf, type ListedCircumstances, lowered } from './adjust';
import { countryOf } from './countries';
import { type ExactKind, exactKeysOf, type Identifiers } from './identifiers';
import { ListedNames } from './listed-names';
import { type Adjustment, type Band, bandOf, type Comparison, REVIEW_FROM } from './match';
import { type ScreenKey, screenName } from './normalise';

/** One entry of a list with every name it is known by. `edition` tells which version of the list it is of. */
export type ListedParty = Partial<Identifiers> & {
  readonly list: string;
  readonly entryId: string;
  readonly edition: string;
  readonly names: readonly string[];
  readonly kind?: ListedCircumstances['kind'];
  /** Codes or English names. */
  readonly countries?: readonly string[];
};

/** Words of both names that stand for each other. */
export type WordPair = { readonly here: string; readonly listed: string; readonly percent: number };

/** An entry that a party may be, with all that it rests on, so that it can be explained when the list has long changed. */
export type ListedMatch = {
  readonly list: string;
  readonly entryId: string;
  readonly edition: string;
  readonly listedName: string;
  readonly similarity: number;
  readonly band: Band;
  /** What matched: the name, or something that is equal letter by letter. */
  readonly by: 'name' | ExactKind;
  readonly pairs: readonly WordPair[];
  /** Words of either name without a partner. */
  readonly unpaired: readonly string[];
  readonly adjustments: readonly Adjustment[];
};

/** A party as it is screened; `country` is a code. */
export type ScreenedParty = Partial<Identifiers> & { readonly name: string; readonly country?: string };

type Entry = { readonly party: ListedParty; readonly circumstances: ListedCircumstances };
type Near = { readonly entry: Entry; readonly name: string; readonly comparison: Comparison };
type Found = { readonly key: ScreenKey; readonly near: readonly Near[] };

/** Names that stay remembered: senders come again and again. */
const REMEMBERED = 5_000;
/** Parties between two pauses while a list is made ready. */
const PARTIES_AT_A_TIME = 200;
/** What is equal letter by letter goes to a person; without the name it is not strong. */
const EXACT_SIMILARITY = 0.9;

/** The lists in force, ready for screening: by every name, and by what matches exactly (addresses, telephones, tax numbers). */
export class DeniedList {
  private readonly names = new ListedNames();
  /** The entry and the name at each place of `names`. */
  private readonly places: { readonly entry: Entry; readonly name: string }[] = [];
  private readonly exact = new Map<string, { readonly entry: Entry; readonly kind: ExactKind }[]>();
  private readonly remembered = new Map<string, Found>();

  private constructor() {}

  /** Makes the lists ready; long ones take a moment, so `pause` is awaited now and then. */
  static async of(
    parties: readonly ListedParty[],
    pause: () => Promise<void> = async () => undefined,
  ): Promise<DeniedList> {
    const list = new DeniedList();
    for (const [index, party] of parties.entries()) {
      if (index % PARTIES_AT_A_TIME === PARTIES_AT_A_TIME - 1) await pause();
      list.enter(party);
    }
    return list;
  }

  /** Names held, other names of one entry included. */
  get size(): number {
    return this.names.size;
  }

  /** Entries alike enough to go to a person, the most alike first. */
  near(party: ScreenedParty): readonly ListedMatch[] {
    if (this.size === 0) return [];
    const { key, near } = this.byName(party.name);
    const best = new Map<Entry, ListedMatch>();
    const enter = (entry: Entry, match: ListedMatch | null) => {
      if (match && match.similarity > (best.get(entry)?.similarity ?? 0)) best.set(entry, match);
    };
    for (const { entry, name, comparison } of near) enter(entry, nameMatch(entry, name, comparison, key, party));
    for (const { kind, key: exact } of this.exact.size === 0 ? [] : exactKeysOf(party))
      for (const { entry } of this.exact.get(exact) ?? []) enter(entry, exactMatch(entry, kind));
    return [...best.values()].sort((a, b) => b.similarity - a.similarity || (a.entryId < b.entryId ? -1 : 1));
  }

  private enter(party: ListedParty): void {
    const countries = (party.countries ?? []).map(countryOf);
    const isCertain = countries.every((country) => country !== null);
    const entry: Entry = {
      party,
      circumstances: {
        kind: party.kind ?? 'unknown',
        countries: isCertain ? countries.filter((country) => country !== null) : [],
      },
    };
    for (const name of new Set(party.names)) {
      const key = screenName(name);
      if (key.tokens.length === 0) continue;
      this.names.add(key);
      this.places.push({ entry, name });
    }
    for (const { kind, key } of exactKeysOf(party)) {
      const known = this.exact.get(key);
      if (known) known.push({ entry, kind });
      else this.exact.set(key, [{ entry, kind }]);
    }
  }

  private byName(name: string): Found {
    const known = this.remembered.get(name);
    if (known) return known;
    const key = screenName(name);
    const near = this.names.near(key, REVIEW_FROM).flatMap(({ place, comparison }) => {
      const at = this.places[place];
      return at ? [{ ...at, comparison }] : [];
    });
    const found = { key, near };
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(name, found);
    return found;
  }
}

function nameMatch(
  { party: listed, circumstances }: Entry,
  listedName: string,
  comparison: Comparison,
  { isOrganisation }: ScreenKey,
  { country }: ScreenedParty,
): ListedMatch | null {
  const conflicts = conflictsOf({ country: country ?? null, isOrganisation }, circumstances);
  const similarity = lowered(comparison, conflicts);
  if (similarity < REVIEW_FROM) return null;
  const { pairs, unpairedA, unpairedB, adjustments } = comparison;
  return {
    ...identityOf(listed),
    listedName,
    similarity,
    band: bandOf(similarity),
    by: 'name',
    pairs: pairs.map(({ a, b, similarity: alike }) => ({
      here: a.token.text,
      listed: b.token.text,
      percent: Math.round(alike * 100),
    })),
    unpaired: [...unpairedA, ...unpairedB].map(({ text }) => text),
    adjustments: [...adjustments, ...conflicts],
  };
}

function exactMatch({ party }: Entry, by: ExactKind): ListedMatch {
  return {
    ...identityOf(party),
    listedName: party.names[0] ?? '',
    similarity: EXACT_SIMILARITY,
    band: bandOf(EXACT_SIMILARITY),
    by,
    pairs: [],
    unpaired: [],
    adjustments: [],
  };
}

function identityOf({ list, entryId, edition }: ListedParty) {
  return { list, entryId, edition };
}
