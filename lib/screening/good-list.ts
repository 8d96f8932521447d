import type { ListedMatch } from './denied-list';

/**
 * A match that a person looked at and dismissed: this party is not that entry, as the entry stood in that edition of its list. A new
 * edition may say more of the entry, so it is looked at again.
 */
export type Dismissal = {
  /** The party's history key (`partyKeys`), never its name. */
  readonly partyKey: string;
  readonly list: string;
  readonly entryId: string;
  readonly edition: string;
};

const keyOf = ({ partyKey, list, entryId, edition }: Dismissal) => [partyKey, list, entryId, edition].join('\n');

/** Matches that were dismissed before, to be left out of those shown. */
export class GoodList {
  private readonly dismissed: ReadonlySet<string>;

  constructor(dismissals: Iterable<Dismissal>) {
    this.dismissed = new Set([...dismissals].map(keyOf));
  }

  /** Matches of a party that nobody has dismissed for this edition of the list. */
  open<Match extends Pick<ListedMatch, 'list' | 'entryId' | 'edition'>>(
    partyKey: string,
    matches: readonly Match[],
  ): readonly Match[] {
    if (this.dismissed.size === 0) return matches;
    return matches.filter(
      ({ list, entryId, edition }) => !this.dismissed.has(keyOf({ partyKey, list, entryId, edition })),
    );
  }
}
