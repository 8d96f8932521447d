import { foldedTokens } from '@/lib/consignment/fold';
import { registerOf } from '@/lib/consignment/scheme-number';

/** One period of a vendor scheme number, as its register has it; both days are included. */
export type SchemeEntry = {
  readonly number: string;
  readonly holder: string;
  /** Other names the holder sells under. */
  readonly tradingNames: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly edition: string;
};

/** How a number stood in its register on a day. Stored with consignments for years: add, never rename. */
export const SCHEME_STATES = ['valid', 'unregistered', 'not_yet', 'ended'] as const;
export type SchemeState = (typeof SCHEME_STATES)[number];

export type SchemeStanding = {
  readonly state: SchemeState;
  /** Its first day for `valid` and `not_yet`, its last for `ended`; null where no day is known. */
  readonly day: string | null;
  /** Who holds it; null where nobody does. */
  readonly holder: string | null;
  /** Whether who sells, or where it is sold, is the holder; null where neither is named, or nobody holds it. */
  readonly isHolder: boolean | null;
  /** Edition of the list that says so. */
  readonly edition: string;
};

/** Who uses a number, by the names the data give. */
export type SchemeUsers = readonly (string | null)[];

/** The vendor scheme numbers of the registers that are loaded, and who holds them. */
export class SchemeRegister {
  private readonly periods = new Map<string, SchemeEntry[]>();
  /** The newest edition of the list of each state. */
  private readonly editions = new Map<string, string>();

  constructor(entries: readonly SchemeEntry[]) {
    for (const entry of entries) {
      this.periods.set(entry.number, [...(this.periods.get(entry.number) ?? []), entry]);
      const list = registerOf(entry.number);
      const known = this.editions.get(list);
      if (known === undefined || known < entry.edition) this.editions.set(list, entry.edition);
    }
  }

  /** How a number stands on a day and whether one of its users holds it; null where no register of its state is loaded. */
  standing(number: string, day: string, users: SchemeUsers): SchemeStanding | null {
    const edition = this.editions.get(registerOf(number));
    if (edition === undefined) return null;
    const periods = this.periods.get(number) ?? [];
    const now = periods.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
    if (now) return standingOf(now, 'valid', now.validFrom, users);
    const [next] = periods.filter(({ validFrom }) => validFrom > day).sort(byFirstDay);
    if (next) return standingOf(next, 'not_yet', next.validFrom, users);
    const last = [...periods].sort(byFirstDay).at(-1);
    if (last) return standingOf(last, 'ended', last.validTo, users);
    return { state: 'unregistered', day: null, holder: null, isHolder: null, edition };
  }
}

const byFirstDay = (a: SchemeEntry, b: SchemeEntry) => (a.validFrom < b.validFrom ? -1 : 1);

function standingOf(entry: SchemeEntry, state: SchemeState, day: string | null, users: SchemeUsers): SchemeStanding {
  const { holder, edition } = entry;
  return { state, day, holder, isHolder: isHeldBy(entry, users), edition };
}

/** Words that tell no company from another. */
const FORMS: ReadonlySet<string> = new Set(
  'co company corp corporation inc ltd limited llc plc gmbh ag sa sas sarl srl spa bv nv ab oy as kk pte pty pvt kft sro'.split(
    ' ',
  ),
);

function tellingWords(name: string): readonly string[] {
  const words = foldedTokens(name);
  const telling = words.filter((word) => word.length > 1 && !FORMS.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Whether one of the users bears a name of the holder: all telling words of the shorter of two names stand in the longer. Null where no
 * user is named.
 */
function isHeldBy({ holder, tradingNames }: SchemeEntry, users: SchemeUsers): boolean | null {
  const named = users.flatMap((user) => (user === null || user.trim() === '' ? [] : [tellingWords(user)]));
  if (named.length === 0) return null;
  const held = [holder, ...tradingNames].map(tellingWords);
  return named.some((user) => held.some((name) => isWithin(user, name) || isWithin(name, user)));
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}
