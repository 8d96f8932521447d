import 'server-only';
import { NO_HISTORY, type PartyHistory, type SenderCount } from '@/lib/assessment/facts';
import type { Activity, Counted } from './activity';

/** Today, and the first days of the last week and month with it. */
export type Windows = { readonly today: string; readonly weekFrom: string; readonly monthFrom: string };

/** What a batch adds to one day of a key. */
type Change = { readonly day: string; consignments: number; valueMinor: bigint; customsMinor: bigint; gifts: number };

/** What one key did before and does while a batch is assessed; `known`: what it did before was read. */
export class KeyHistory {
  private readonly history: { -readonly [Field in keyof PartyHistory]: PartyHistory[Field] };
  private readonly changes: Change[] = [];

  /** `ever`: consignments since it was first seen, without limit of time. */
  constructor(
    private readonly counted: Pick<Counted, 'kind' | 'key'>,
    readonly known: boolean,
    before: PartyHistory = NO_HISTORY,
    private ever = 0,
  ) {
    this.history = { ...before };
  }

  /** As it is now, and stays for who asked. */
  asOfNow(): PartyHistory {
    return { ...this.history };
  }

  consignments(window: 'consignments1d' | 'consignments30d'): number {
    return this.history[window];
  }

  /** Of a pair: whether its sender is there, in each window. */
  senders(): SenderCount {
    const { consignments1d, consignments7d, consignments30d } = this.history;
    return {
      senders1d: Number(consignments1d > 0),
      senders7d: Number(consignments7d > 0),
      senders30d: Number(consignments30d > 0),
    };
  }

  /** Counts a consignment, or takes it out again. Values are added only where there are some: most keys ask for none of them. */
  enter({ day, valueMinor, customsMinor, isGift }: Activity, sign: 1 | -1, windows: Windows): void {
    const value = sign === 1 ? valueMinor : -valueMinor;
    const gift = isGift ? sign : 0;
    const change = this.changeOf(day);
    change.consignments += sign;
    change.gifts += gift;
    if (value !== 0n) change.valueMinor += value;
    if (customsMinor !== 0n && keepsCustomsValue(this.counted))
      change.customsMinor += sign === 1 ? customsMinor : -customsMinor;
    this.shift(day, { sign, value, gift }, windows);
  }

  private shift(
    day: string,
    { sign, value, gift }: { readonly sign: 1 | -1; readonly value: bigint; readonly gift: number },
    { today, weekFrom, monthFrom }: Windows,
  ): void {
    const { history } = this;
    this.ever += sign;
    // Who has none left was never seen.
    if (this.ever <= 0) history.firstSeenOn = null;
    else if (history.firstSeenOn === null || history.firstSeenOn > day) history.firstSeenOn = day;
    if (day >= monthFrom) {
      history.consignments30d += sign;
      history.gifts30d += gift;
      if (value !== 0n) history.valueMinor30d += value;
    }
    if (day >= weekFrom) {
      history.consignments7d += sign;
      if (value !== 0n) history.valueMinor7d += value;
    }
    if (day === today) {
      history.consignments1d += sign;
      if (value !== 0n) history.valueMinor1d += value;
    }
  }

  /** A batch brings few days, mostly one. */
  private changeOf(day: string): Change {
    const found = this.changes.find((change) => change.day === day);
    if (found) return found;
    const change = { day, consignments: 0, valueMinor: 0n, customsMinor: 0n, gifts: 0 };
    this.changes.push(change);
    return change;
  }

  /** What is to be added to the stored days. */
  changedDays() {
    const { kind, key } = this.counted;
    return this.changes
      .filter(
        ({ consignments, valueMinor, customsMinor, gifts }) =>
          consignments !== 0 || valueMinor !== 0n || customsMinor !== 0n || gifts !== 0,
      )
      .map((change) => ({ kind, key, ...change, examined: 0, findings: 0 }));
  }
}

/** What a sender sent to a recipient or an address on one day is held against the limits together: by intrinsic and customs value. */
const keepsCustomsValue = ({ kind }: Pick<Counted, 'kind'>) => kind === 'recipient_sender' || kind === 'address_sender';
