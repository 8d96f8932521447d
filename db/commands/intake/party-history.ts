import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { partyDays } from '@/db/schema';
import { NO_HISTORY, type PartyHistory, type SchemeUse, type SenderCount } from '@/lib/assessment/facts';
import { addDays } from '@/lib/kernel/dates';
import { type Activity, type Counted, isPair, type Kind, pairKey, slotOf } from './activity';
import { KeyHistory } from './key-history';
import { SenderCounts } from './sender-counts';

type HistoryRow = {
  kind: Kind;
  key: string;
  first_seen_on: string | null;
  ever: number;
  c1: number;
  v1: string;
  c7: number;
  v7: string;
  c30: number;
  v30: string;
  g30: number;
  examined: number;
  findings: number;
};

/**
 * Histories of all keys of a batch, read in one query, and kept current while the batch is assessed in order: the second of
 * two parcels to one address sees the first, wherever a restart happened to cut the batch.
 */
export class PartyHistories {
  private readonly histories = new Map<string, KeyHistory>();

  /** First days of the last week and month; worked out once, since every entry asks. */
  readonly weekFrom: string;
  readonly monthFrom: string;

  private constructor(readonly today: string) {
    this.weekFrom = addDays(today, -6);
    this.monthFrom = addDays(today, -29);
  }

  static async load(tx: Tx, activities: readonly Activity[], today: string): Promise<PartyHistories> {
    const loaded = new PartyHistories(today);
    const asked = new Map<string, Counted>();
    for (const { counted } of activities) for (const one of counted) asked.set(one.slot, one);
    if (asked.size === 0) return loaded;
    const keys = [...asked.values()].map(({ kind, key }) => ({ kind, key }));
    const { weekFrom: week, monthFrom: month } = loaded;
    const year = addDays(today, -364);
    const rows = await tx.execute<HistoryRow>(sql`
      select d.kind, d.key, min(d.day) filter (where d.consignments > 0)::text as first_seen_on,
        sum(d.consignments)::int as ever,
        coalesce(sum(d.consignments) filter (where d.day = ${today}), 0)::int as c1,
        coalesce(sum(d.value_minor) filter (where d.day = ${today}), 0)::text as v1,
        coalesce(sum(d.consignments) filter (where d.day >= ${week}), 0)::int as c7,
        coalesce(sum(d.value_minor) filter (where d.day >= ${week}), 0)::text as v7,
        coalesce(sum(d.consignments) filter (where d.day >= ${month}), 0)::int as c30,
        coalesce(sum(d.value_minor) filter (where d.day >= ${month}), 0)::text as v30,
        coalesce(sum(d.gifts) filter (where d.day >= ${month}), 0)::int as g30,
        coalesce(sum(d.examined) filter (where d.day >= ${year}), 0)::int as examined,
        coalesce(sum(d.findings) filter (where d.day >= ${year}), 0)::int as findings
      from json_to_recordset(${JSON.stringify(keys)}::json) as k(kind text, key text)
      join ${partyDays} d on d.kind = k.kind and d.key = k.key
      where d.day <= ${today}
      group by d.kind, d.key`);
    for (const row of rows.rows) {
      loaded.histories.set(slotOf(row.kind, row.key), new KeyHistory(row, true, toHistory(row), row.ever));
    }
    for (const [slot, one] of asked) {
      if (!loaded.histories.has(slot)) loaded.histories.set(slot, new KeyHistory(one, true));
    }
    loaded.senders = await SenderCounts.load(tx, activities, loaded);
    return loaded;
  }

  private senders = new SenderCounts();

  of(kind: Exclude<Kind, `${string}_sender`>, key: string): PartyHistory {
    return this.histories.get(slotOf(kind, key))?.asOfNow() ?? NO_HISTORY;
  }

  /** How many different senders a recipient or an address had. */
  sendersTo(kind: 'recipient' | 'address', key: string): SenderCount {
    return this.senders.of(kind, key);
  }

  schemeUse(activity: Activity): SchemeUse | null {
    const { schemeId, schemeUser } = activity;
    if (!schemeId) return null;
    const lastMonth = (kind: Kind, key: string) =>
      this.histories.get(slotOf(kind, key))?.consignments('consignments30d') ?? 0;
    return {
      schemeId,
      senders30d: this.senders.of('scheme', schemeId).senders30d,
      consignments30d: lastMonth('scheme', schemeId),
      bySameSender30d: lastMonth('scheme_sender', pairKey(schemeId, schemeUser)),
    };
  }

  /** Whether a sender is known to have sent its recipient, or the address, anything on the day of receipt. */
  hasSentToday({ counted }: Activity): boolean {
    return counted.some(
      ({ kind, slot }) =>
        (kind === 'recipient_sender' || kind === 'address_sender') &&
        (this.histories.get(slot)?.consignments('consignments1d') ?? 0) > 0,
    );
  }

  /** Enters a consignment (or, by -1, takes its earlier version out) and remembers the change for `save`. */
  enter(activity: Activity, sign: 1 | -1): void {
    for (const counted of activity.counted) {
      const history = this.historyOf(counted);
      const { kind, key } = counted;
      if (!isPair(kind)) history.enter(activity, sign, this);
      else if (history.known) {
        const before = history.senders();
        history.enter(activity, sign, this);
        this.senders.shift(kind, key, before, history.senders());
      } else {
        history.enter(activity, sign, this);
        this.senders.forget(key);
      }
    }
  }

  /** Of what was not asked for it is not known what it did before. */
  private historyOf(counted: Counted): KeyHistory {
    const found = this.histories.get(counted.slot);
    if (found) return found;
    const unknown = new KeyHistory(counted, false);
    this.histories.set(counted.slot, unknown);
    return unknown;
  }

  /** Adds what was entered to the stored days, in key order so that two batches cannot wait on each other. */
  async save(tx: Tx): Promise<void> {
    const rows = [...this.histories.values()]
      .flatMap((history) => history.changedDays())
      .sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key) || compare(a.day, b.day));
    await insertSet(
      tx,
      partyDays,
      rows,
      sql`on conflict (kind, key, day) do update set
        consignments = party_days.consignments + excluded.consignments,
        value_minor = party_days.value_minor + excluded.value_minor,
        customs_minor = party_days.customs_minor + excluded.customs_minor,
        gifts = party_days.gifts + excluded.gifts`,
    );
    await this.senders.save(tx, this.today);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function toHistory(row: HistoryRow): PartyHistory {
  return {
    firstSeenOn: row.first_seen_on,
    consignments1d: row.c1,
    valueMinor1d: BigInt(row.v1),
    consignments7d: row.c7,
    valueMinor7d: BigInt(row.v7),
    consignments30d: row.c30,
    valueMinor30d: BigInt(row.v30),
    gifts30d: row.g30,
    examined365d: row.examined,
    findings365d: row.findings,
  };
}
