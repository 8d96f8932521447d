import 'server-only';
import { lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { partyDays, senderCounts } from '@/db/schema';
import { NO_SENDERS, type SenderCount } from '@/lib/assessment/facts';
import { addDays } from '@/lib/kernel/dates';
import { type Activity, isPair, type PairKind } from './activity';
import type { Windows } from './key-history';

/** Whose senders are counted: each day of a pair with a sender has a row of its own. */
const PAIRED = { recipient: 'recipient_sender', address: 'address_sender', scheme: 'scheme_sender' } as const;
type Paired = keyof typeof PAIRED;

/** With so many senders a figure is kept for the day; below, its pairs are counted as fast as a kept figure is read. */
const MANY_SENDERS = 50;
/** Days a kept figure stays: those of the last ones are asked for by submissions that rested meanwhile. */
const KEPT_DAYS = 7;

type Receiver = { readonly kind: PairKind; readonly receiver: string };
type Row = Receiver & { day: string; s1: number; s7: number; s30: number };
type Moved = Receiver & { readonly by: SenderCount };

/**
 * How many different senders the recipients, addresses and scheme numbers of a batch had, and kept current while the batch is assessed
 * in order. Those with few are counted over the rows of their pairs; those with many are counted so on their first batch of a day,
 * and the figure is kept. Two workers who at one moment store the first consignment of the same pair each count it in a kept
 * figure, until the next day counts anew.
 */
export class SenderCounts {
  private readonly counts = new Map<string, SenderCount>();
  private readonly moves = new Map<string, Moved>();
  /** Receivers whose figure of the day is kept, or is to be: then with what was counted before this batch. */
  private readonly kept = new Map<string, (Receiver & { readonly from: SenderCount }) | null>();
  /** Receivers whose kept figures are dropped, to be counted anew, and from which day on. */
  private readonly dropped = new Map<string, 'today' | 'later'>();

  static async load(tx: Tx, activities: readonly Activity[], windows: Windows): Promise<SenderCounts> {
    const loaded = new SenderCounts();
    const asked = new Map<string, Receiver>();
    for (const { kind, key } of activities.flatMap(({ counted }) => counted)) {
      if (isPair(kind)) asked.set(slotOf(kind, key), { kind, receiver: receiverOf(key) });
    }
    if (asked.size === 0) return loaded;
    await loaded.readKept(tx, [...asked.values()], windows.today);
    const uncounted = [...asked].filter(([slot]) => !loaded.counts.has(slot)).map(([, receiver]) => receiver);
    if (uncounted.length > 0) await loaded.countPairs(tx, uncounted, windows);
    return loaded;
  }

  private async readKept(tx: Tx, receivers: readonly Receiver[], today: string): Promise<void> {
    const { rows } = await tx.execute<Row>(sql`
      select c.kind, c.key as receiver, c.day::text, c.senders_1d as s1, c.senders_7d as s7, c.senders_30d as s30
      from ${asRows(receivers)}
      join ${senderCounts} c on c.kind = k.kind and c.key = k.receiver
      where c.day >= ${today}`);
    for (const row of rows) {
      // This batch comes before a day that was counted already.
      if (row.day > today) this.dropped.set(row.receiver, 'later');
      else {
        this.counts.set(nameOf(row), countOf(row));
        this.kept.set(nameOf(row), null);
      }
    }
  }

  private async countPairs(tx: Tx, receivers: readonly Receiver[], windows: Windows): Promise<void> {
    const { today, weekFrom, monthFrom } = windows;
    const keys = asRows(receivers);
    // Each branch names its kinds, so that the index of these pairs answers it.
    const pairs = (kinds: SQL) => sql`select d.kind, k.receiver, d.key, max(d.day) as last from ${keys}
      join ${partyDays} d on split_part(d.key, '|', 1) = k.receiver and d.kind = k.kind
      where d.kind in ${kinds} and d.day between ${monthFrom} and ${today} and d.consignments > 0
      group by d.kind, k.receiver, d.key`;
    const { rows } = await tx.execute<Row>(sql`
      select kind, receiver, count(*) filter (where last = ${today})::int as s1,
        count(*) filter (where last >= ${weekFrom})::int as s7, count(*)::int as s30
      from (${pairs(sql`('recipient_sender', 'address_sender')`)} union all ${pairs(sql`('scheme_sender')`)}) as pairs
      group by kind, receiver`);
    for (const row of rows) {
      const from = countOf(row);
      this.counts.set(nameOf(row), from);
      if (row.s30 >= MANY_SENDERS) this.kept.set(nameOf(row), { kind: row.kind, receiver: row.receiver, from });
    }
  }

  of(kind: Paired, key: string): SenderCount {
    return this.counts.get(nameOf({ kind: PAIRED[kind], receiver: key })) ?? NO_SENDERS;
  }

  /** A pair did more, or less, than before: a sender comes to a window with its first consignment, and leaves it with its last. */
  shift(kind: PairKind, key: string, before: SenderCount, after: SenderCount): void {
    const by = {
      senders1d: after.senders1d - before.senders1d,
      senders7d: after.senders7d - before.senders7d,
      senders30d: after.senders30d - before.senders30d,
    };
    if (!hasMoved(by)) return;
    const slot = slotOf(kind, key);
    this.counts.set(slot, sum(this.counts.get(slot) ?? NO_SENDERS, by));
    const receiver = receiverOf(key);
    this.moves.set(slot, { kind, receiver, by: sum(this.moves.get(slot)?.by ?? NO_SENDERS, by) });
  }

  /** A pair changed of which it was not read what it did before, as in a large undo: its receiver is counted anew. */
  forget(key: string): void {
    this.dropped.set(receiverOf(key), 'today');
  }

  /** Keeps the figures of those with many senders, and moves those that are kept, in one order for all batches. */
  async save(tx: Tx, today: string): Promise<void> {
    await this.drop(tx, 'later', today);
    const first = [...this.kept.values()].flatMap((one) => (one ? [rowOf(one, one.from, today)] : []));
    if (first.length > 0) {
      await tx.delete(senderCounts).where(lt(senderCounts.day, addDays(today, -KEPT_DAYS)));
      await insertSet(tx, senderCounts, first.sort(inOrder), sql`on conflict do nothing`);
    }
    const moved = [...this.moves].filter(([slot, { by }]) => this.kept.has(slot) && hasMoved(by));
    await insertSet(
      tx,
      senderCounts,
      moved.map(([, one]) => rowOf(one, one.by, today)).sort(inOrder),
      sql`on conflict (kind, key, day) do update set
        senders_1d = sender_counts.senders_1d + excluded.senders_1d,
        senders_7d = sender_counts.senders_7d + excluded.senders_7d,
        senders_30d = sender_counts.senders_30d + excluded.senders_30d`,
    );
    await this.drop(tx, 'today', today);
  }

  private async drop(tx: Tx, from: 'today' | 'later', today: string): Promise<void> {
    const keys = [...this.dropped].flatMap(([key, dropped]) => (dropped === from ? [key] : [])).sort();
    if (keys.length === 0) return;
    const after = from === 'today' ? addDays(today, -1) : today;
    await tx
      .delete(senderCounts)
      .where(sql`${senderCounts.key} = any(${sql.param(keys)}::text[]) and ${senderCounts.day} > ${after}`);
  }
}

const asRows = (receivers: readonly Receiver[]) =>
  sql`json_to_recordset(${JSON.stringify(receivers)}::json) as k(kind text, receiver text)`;

const receiverOf = (key: string) => key.slice(0, key.indexOf('|'));
const nameOf = ({ kind, receiver }: Receiver) => `${kind}\u0000${receiver}`;
const slotOf = (kind: PairKind, key: string) => nameOf({ kind, receiver: receiverOf(key) });
const countOf = ({ s1, s7, s30 }: Row): SenderCount => ({ senders1d: s1, senders7d: s7, senders30d: s30 });
const sum = (a: SenderCount, b: SenderCount): SenderCount => ({
  senders1d: a.senders1d + b.senders1d,
  senders7d: a.senders7d + b.senders7d,
  senders30d: a.senders30d + b.senders30d,
});
const hasMoved = ({ senders1d, senders7d, senders30d }: SenderCount) =>
  senders1d !== 0 || senders7d !== 0 || senders30d !== 0;

type Kept = { readonly kind: PairKind; readonly key: string; readonly day: string } & SenderCount;
const rowOf = ({ kind, receiver }: Receiver, count: SenderCount, day: string): Kept => ({
  kind,
  key: receiver,
  day,
  ...count,
});
const inOrder = (a: Kept, b: Kept) => compare(a.kind, b.kind) || compare(a.key, b.key);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
