import { DENIED_THRESHOLD, similarity } from './match';
import { type ScreenKey, screenName } from './normalise';
import { type Outline, Outlines, outlineOf } from './outline';

/** One entry of a list with every name it is known by. */
export type ListedParty = { readonly list: string; readonly entryId: string; readonly names: readonly string[] };

/** An entry whose best name is as alike as goes to a person. */
export type ListedMatch = {
  readonly list: string;
  readonly entryId: string;
  readonly listedName: string;
  readonly similarity: number;
};

type Entry = { readonly party: ListedParty; readonly name: string; readonly key: ScreenKey };

/** Names that stay remembered: senders come again and again. */
const REMEMBERED = 20_000;
/** Parties between two pauses while a list is made ready. */
const PARTIES_AT_A_TIME = 200;

/**
 * The lists in force, ready for screening: names are found by the words and the consonants they share with a name, most fall
 * away by their outline, and the few that are left are compared in full. No match of the full comparison is lost on the way.
 */
export class DeniedList {
  private readonly entries: Entry[] = [];
  private outlines = new Outlines([]);
  private readonly byBlock = new Map<string, number[]>();
  private readonly remembered = new Map<string, readonly ListedMatch[]>();
  /** The query that last met each entry, so that an entry found by several words is looked at once. */
  private lastMet = new Uint32Array(0);
  private query = 0;

  private constructor() {}

  /** Makes the lists ready; long ones take a moment, so `pause` is awaited now and then. */
  static async of(
    parties: readonly ListedParty[],
    pause: () => Promise<void> = async () => undefined,
  ): Promise<DeniedList> {
    const list = new DeniedList();
    const outlines: Outline[] = [];
    for (const [index, party] of parties.entries()) {
      if (index % PARTIES_AT_A_TIME === PARTIES_AT_A_TIME - 1) await pause();
      for (const name of new Set(party.names)) {
        const key = screenName(name);
        if (key.tokens.length === 0) continue;
        outlines.push(outlineOf(key));
        list.enter({ party, name, key });
      }
    }
    list.outlines = new Outlines(outlines);
    list.lastMet = new Uint32Array(list.entries.length);
    return list;
  }

  /** Names held, other names of one entry included. */
  get size(): number {
    return this.entries.length;
  }

  /** Entries alike enough to go to a person, the most alike first. */
  near(name: string): readonly ListedMatch[] {
    if (this.entries.length === 0) return [];
    const known = this.remembered.get(name);
    if (known) return known;
    const found = this.search(name);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(name, found);
    return found;
  }

  private enter(entry: Entry): void {
    const index = this.entries.push(entry) - 1;
    for (const block of entry.key.blocks) {
      const met = this.byBlock.get(block);
      if (met) met.push(index);
      else this.byBlock.set(block, [index]);
    }
  }

  private search(name: string): readonly ListedMatch[] {
    const key = screenName(name);
    const outline = outlineOf(key);
    const best = new Map<ListedParty, ListedMatch>();
    this.query += 1;
    for (const block of key.blocks) {
      for (const index of this.byBlock.get(block) ?? []) {
        if (this.lastMet[index] === this.query) continue;
        this.lastMet[index] = this.query;
        if (!this.outlines.mayReach(outline, index, DENIED_THRESHOLD)) continue;
        const entry = this.entries[index];
        if (!entry) continue;
        const score = similarity(key, entry.key);
        const { list, entryId } = entry.party;
        if (score < DENIED_THRESHOLD || score <= (best.get(entry.party)?.similarity ?? 0)) continue;
        best.set(entry.party, { list, entryId, listedName: entry.name, similarity: score });
      }
    }
    return [...best.values()].sort((a, b) => b.similarity - a.similarity || (a.entryId < b.entryId ? -1 : 1));
  }
}
