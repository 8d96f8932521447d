import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { partyDays } from '@/db/schema';
import { NO_HISTORY, type PartyHistory, type SchemeUse, type SenderCount } from '@/lib/assessment/facts';
import { addDays } from '@/lib/kernel/dates';
import { isPair, pairsOf, SenderCounts } from './sender-counts';

/** What one consignment adds to the history of the keys it bears; `sign` -1 takes an earlier version out again. */
export type Activity = {
  readonly day: string;
  readonly senderKey: string;
  readonly recipientKey: string;
  readonly addressKey: string;
  readonly marketplaceKey: string | null;
  readonly schemeId: string | null;
  /** Who uses the scheme number: the marketplace where one is named, else the sender. */
  readonly schemeUser: string;
  readonly valueMinor: bigint;
  readonly isGift: boolean;
};

type Kind = (typeof partyDays.$inferSelect)['kind'];
type Tally = { consignments: number; valueMinor: bigint; gifts: number };
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
  private readonly histories = new Map<string, PartyHistory>();
  /** Consignments under each key since it was first seen: who has none left was never seen. */
  private readonly ever = new Map<string, number>();
  /** What was asked for: of anything else it is not known what it did before. */
  private readonly loaded = new Set<string>();
  private readonly changes = new Map<string, Tally & { kind: Kind; key: string; day: string }>();

  /** First days of the last week and month; worked out once, since every entry asks. */
  readonly weekFrom: string;
  readonly monthFrom: string;

  private constructor(readonly today: string) {
    this.weekFrom = addDays(today, -6);
    this.monthFrom = addDays(today, -29);
  }

  static async load(tx: Tx, activities: readonly Activity[], today: string): Promise<PartyHistories> {
    const loaded = new PartyHistories(today);
    const keys = [...new Map(activities.flatMap(keysOf).map((pair) => [slot(...pair), pair])).values()];
    if (keys.length === 0) return loaded;
    for (const pair of keys) loaded.loaded.add(slot(...pair));
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
      from json_to_recordset(${JSON.stringify(keys.map(([kind, key]) => ({ kind, key })))}::json) as k(kind text, key text)
      join ${partyDays} d on d.kind = k.kind and d.key = k.key
      where d.day <= ${today}
      group by d.kind, d.key`);
    for (const row of rows.rows) {
      loaded.histories.set(slot(row.kind, row.key), toHistory(row));
      loaded.ever.set(slot(row.kind, row.key), row.ever);
    }
    loaded.senders = await SenderCounts.load(tx, activities, loaded);
    return loaded;
  }

  private senders = new SenderCounts();

  of(kind: Exclude<Kind, `${string}_sender`>, key: string): PartyHistory {
    return this.histories.get(slot(kind, key)) ?? NO_HISTORY;
  }

  /** How many different senders a recipient or an address had. */
  sendersTo(kind: 'recipient' | 'address', key: string): SenderCount {
    return this.senders.of(kind, key);
  }

  schemeUse(activity: Activity): SchemeUse | null {
    if (!activity.schemeId) return null;
    return {
      schemeId: activity.schemeId,
      senders30d: this.senders.of('scheme', activity.schemeId).senders30d,
      consignments30d: this.histories.get(slot('scheme', activity.schemeId))?.consignments30d ?? 0,
      bySameSender30d:
        this.histories.get(slot('scheme_sender', `${activity.schemeId}|${activity.schemeUser}`))?.consignments30d ?? 0,
    };
  }

  /** Whether a sender is known to have sent its recipient, or the address, anything on the day of receipt. */
  hasSentToday(activity: Activity): boolean {
    const pairs = pairsOf(activity).filter(([kind]) => kind !== 'scheme_sender');
    return pairs.some(([kind, key]) => (this.histories.get(slot(kind, key))?.consignments1d ?? 0) > 0);
  }

  /** Enters a consignment (or takes its earlier version out) and remembers the change for `save`. */
  enter(activity: Activity, sign: 1 | -1): void {
    const tally = {
      consignments: sign,
      valueMinor: BigInt(sign) * activity.valueMinor,
      gifts: activity.isGift ? sign : 0,
    };
    for (const [kind, key] of keysOf(activity)) {
      const at = slot(kind, key);
      const ever = (this.ever.get(at) ?? 0) + sign;
      this.ever.set(at, ever);
      const before = this.histories.get(at) ?? NO_HISTORY;
      const shifted = shift(before, tally, activity.day, this);
      this.histories.set(at, ever > 0 ? shifted : { ...shifted, firstSeenOn: null });
      if (isPair(kind)) {
        if (this.loaded.has(at)) this.senders.shift(kind, key, before, shifted);
        else this.senders.forget(key);
      }
      const change = this.changes.get(`${at}\u0000${activity.day}`) ?? {
        kind,
        key,
        day: activity.day,
        consignments: 0,
        valueMinor: 0n,
        gifts: 0,
      };
      change.consignments += tally.consignments;
      change.valueMinor += tally.valueMinor;
      change.gifts += tally.gifts;
      this.changes.set(`${at}\u0000${activity.day}`, change);
    }
  }

  /** Adds what was entered to the stored days, in key order so that two batches cannot wait on each other. */
  async save(tx: Tx): Promise<void> {
    const rows = [...this.changes.values()]
      .filter((change) => change.consignments !== 0 || change.valueMinor !== 0n || change.gifts !== 0)
      .map((change) => ({ ...change, examined: 0, findings: 0 }))
      .sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key) || compare(a.day, b.day));
    await insertSet(
      tx,
      partyDays,
      rows,
      sql`on conflict (kind, key, day) do update set
        consignments = party_days.consignments + excluded.consignments,
        value_minor = party_days.value_minor + excluded.value_minor,
        gifts = party_days.gifts + excluded.gifts`,
    );
    await this.senders.save(tx, this.today);
  }
}

const slot = (kind: Kind, key: string) => `${kind}\u0000${key}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function keysOf(activity: Activity): [Kind, string][] {
  const keys: [Kind, string][] = [
    ['sender', activity.senderKey],
    ['recipient', activity.recipientKey],
    ['address', activity.addressKey],
    ...pairsOf(activity),
  ];
  if (activity.marketplaceKey) keys.push(['marketplace', activity.marketplaceKey]);
  if (activity.schemeId) keys.push(['scheme', activity.schemeId]);
  return keys;
}

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

type Windows = { readonly today: string; readonly weekFrom: string; readonly monthFrom: string };

function shift(
  history: PartyHistory,
  tally: Tally,
  day: string,
  { today, weekFrom, monthFrom }: Windows,
): PartyHistory {
  const isToday = day === today;
  const inWeek = day >= weekFrom;
  const inMonth = day >= monthFrom;
  return {
    ...history,
    firstSeenOn: history.firstSeenOn !== null && history.firstSeenOn < day ? history.firstSeenOn : day,
    consignments1d: history.consignments1d + (isToday ? tally.consignments : 0),
    valueMinor1d: history.valueMinor1d + (isToday ? tally.valueMinor : 0n),
    consignments7d: history.consignments7d + (inWeek ? tally.consignments : 0),
    valueMinor7d: history.valueMinor7d + (inWeek ? tally.valueMinor : 0n),
    consignments30d: history.consignments30d + (inMonth ? tally.consignments : 0),
    valueMinor30d: history.valueMinor30d + (inMonth ? tally.valueMinor : 0n),
    gifts30d: history.gifts30d + (inMonth ? tally.gifts : 0),
  };
}
