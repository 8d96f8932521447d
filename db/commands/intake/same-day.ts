import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { assessments, clearances, consignments, partyDays } from '@/db/schema';
import type { SameDay } from '@/lib/assessment/facts';
import type { Charges } from '@/lib/assessment/types';
import { IDS_KEPT, NO_OTHERS, type SplitOthers } from '@/lib/revenue/charge-facts';
import type { PartyKeys } from '@/lib/risk/party-keys';
import { pairKey } from './activity';

/** Who sent whom what on which day of first receipt. */
export type SentOn = { readonly keys: Pick<PartyKeys, 'sender' | 'recipient' | 'address'>; readonly day: string };

/** A consignment that came before, and the day it did. */
type Here = { readonly consignmentId: string; readonly receivedOn: string };

const KINDS = ['recipient', 'address'] as const;
type Kind = (typeof KINDS)[number];

type Total = { consignments: number; intrinsic: string; customs: string; ids: string[] };
type TotalRow = Total & { kind: Kind; sender: string; key: string; day: string };
type OwnRow = {
  id: string;
  sender: string;
  recipient: string;
  address: string;
  day: string;
  intrinsic: string;
  customs: string;
};

/** What one consignment is worth, minor units. */
type Worth = { readonly intrinsicMinor: bigint; readonly customsMinor: bigint };

/** What one sender sent one recipient, or address, on one day: that of others as a total, that of the batch one by one. */
class Slot {
  private readonly own = new Map<string, Worth>();
  /** The same in the order of their ids. */
  private readonly ids: string[] = [];
  private intrinsicMinor = 0n;
  private customsMinor = 0n;

  constructor(private readonly others: SplitOthers = NO_OTHERS) {}

  put(id: string, worth: Worth): void {
    this.own.set(id, worth);
    this.ids.splice(this.placeOf(id), 0, id);
    this.intrinsicMinor += worth.intrinsicMinor;
    this.customsMinor += worth.customsMinor;
  }

  take(id: string): void {
    const worth = this.own.get(id);
    if (!worth) return;
    this.own.delete(id);
    this.ids.splice(this.placeOf(id), 1);
    this.intrinsicMinor -= worth.intrinsicMinor;
    this.customsMinor -= worth.customsMinor;
  }

  without(id: string): SplitOthers {
    const self = this.own.get(id);
    const { others } = this;
    const consignments = others.consignments + this.own.size - (self ? 1 : 0);
    if (consignments === 0) return NO_OTHERS;
    const first = this.ids.slice(0, IDS_KEPT + 1).filter((one) => one !== id);
    return {
      consignments,
      intrinsicMinor: others.intrinsicMinor + this.intrinsicMinor - (self?.intrinsicMinor ?? 0n),
      customsMinor: others.customsMinor + this.customsMinor - (self?.customsMinor ?? 0n),
      ids: [...others.ids, ...first].sort().slice(0, IDS_KEPT),
    };
  }

  /** Where an id stands, or would. */
  private placeOf(id: string): number {
    let [low, high] = [0, this.ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ids[middle] ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * What senders sent their recipients and addresses on one day: read in two queries for those of a batch that sent before, as the totals
 * that histories keep, so that it costs the same however much one sent another, and kept current while the batch is assessed in order, so that it makes no difference where a batch was
 * cut.
 */
export class SameDayGoods {
  private readonly slotsOf = new Map<string, readonly Slot[]>();
  private readonly slots = new Map<string, Slot>();

  /** `here`: those of the batch that came before, each replaced when it is assessed anew. Asks nothing where nobody sent anything before. */
  static async load(tx: Tx, sent: readonly SentOn[], here: readonly Here[]): Promise<SameDayGoods> {
    const loaded = new SameDayGoods();
    if (sent.length === 0) return loaded;
    const totals = await totalsOf(tx, sent, here);
    const own = (await ownOf(tx, here)).map(({ id, day, intrinsic, customs, ...keys }) => {
      const worth = { intrinsicMinor: BigInt(intrinsic), customsMinor: BigInt(customs) };
      return { id, sent: { keys, day }, worth };
    });
    const within = new Map<string, Worth[]>();
    for (const { sent: sentOn, worth } of own) {
      for (const slot of slotKeys(sentOn)) within.set(slot, [...(within.get(slot) ?? []), worth]);
    }
    for (const { kind, sender, key, day, ...total } of totals) {
      const slot = slotKey(kind, sender, key, day);
      const others = withoutOwn(total, within.get(slot) ?? []);
      if (others.consignments > 0) loaded.slots.set(slot, new Slot(others));
    }
    for (const { id, sent: sentOn, worth } of own) loaded.add(id, sentOn, worth);
    return loaded;
  }

  /** What came before a consignment, in the order of their ids; it is not among them. */
  of(consignmentId: string, { keys, day }: SentOn): SameDay {
    const to = (kind: Kind) =>
      this.slots.get(slotKey(kind, keys.sender, keys[kind], day))?.without(consignmentId) ?? NO_OTHERS;
    return { recipient: to('recipient'), address: to('address') };
  }

  /** A consignment was assessed: those after it see it as it is now. */
  enter(
    consignmentId: string,
    sent: SentOn,
    { intrinsicValueMinor, customsValueMinor }: Pick<Charges, 'intrinsicValueMinor' | 'customsValueMinor'>,
  ): void {
    for (const slot of this.slotsOf.get(consignmentId) ?? []) slot.take(consignmentId);
    this.add(consignmentId, sent, { intrinsicMinor: intrinsicValueMinor, customsMinor: customsValueMinor });
  }

  private add(consignmentId: string, sent: SentOn, worth: Worth): void {
    const own = slotKeys(sent).map((key) => {
      const slot = this.slots.get(key) ?? new Slot();
      this.slots.set(key, slot);
      return slot;
    });
    for (const slot of own) slot.put(consignmentId, worth);
    this.slotsOf.set(consignmentId, own);
  }
}

const slotKey = (kind: Kind, sender: string, key: string, day: string) => `${kind} ${day} ${sender} ${key}`;
const slotKeys = ({ keys, day }: SentOn) => KINDS.map((kind) => slotKey(kind, keys.sender, keys[kind], day));

/** What is kept counts what of the batch came before, which is counted one by one here. */
function withoutOwn({ consignments, intrinsic, customs, ids }: Total, own: readonly Worth[]): SplitOthers {
  let [intrinsicMinor, customsMinor] = [BigInt(intrinsic), BigInt(customs)];
  for (const worth of own) {
    intrinsicMinor -= worth.intrinsicMinor;
    customsMinor -= worth.customsMinor;
  }
  return { consignments: consignments - own.length, intrinsicMinor, customsMinor, ids };
}

/**
 * Of each sender, recipient or address, and day the kept totals, and the first ids of those that are not of the batch. Each pair is
 * looked up once, however often the batch names it; the ids are cut off an index that has them in their order.
 *
 * The kept totals are those of the versions in force, for whoever changes these changes the totals in the same transaction: `assessBatch`
 * takes the version before out, with what its assessment says, and enters the new one, with what its assessment is about to say;
 * one that was withdrawn was taken out by `withdrawSet`, for messages and undone submissions alike, and is entered anew when
 * it is lodged again. All of it on the day of first receipt, which never changes. Assessments are only ever added, each with a version, and
 * whoever changes a consignment has locked it and read it after that. One statement, so that totals and ids are of one moment.
 */
async function totalsOf(tx: Tx, sent: readonly SentOn[], here: readonly Here[]): Promise<TotalRow[]> {
  const except = sql.param(here.map(({ consignmentId }) => consignmentId));
  const of = (kind: Kind, day: string) => sql`
    select ${sql.raw(`'${kind}'`)} as kind, k.sender, k.key, d.day::text, d.consignments,
      d.value_minor::text as intrinsic, d.customs_minor::text as customs,
      array(select c.consignment_id from ${consignments} c
        join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = ${day}::date and s.status <> 'withdrawn'
        where ${sql.raw(`c.${kind}_key`)} = k.key and c.received_on = ${day}::date and c.sender_key = k.sender
          and c.consignment_id <> all(${except}::uuid[])
        order by c.consignment_id limit ${sql.raw(`${IDS_KEPT}`)}) as ids
    from json_to_recordset(${pairsOf(sent, kind, day)}::json) as k(sender text, key text, pair text)
    join ${partyDays} d on d.kind = ${sql.raw(`'${kind}_sender'`)} and d.key = k.pair and d.day = ${day}::date
    where d.consignments > 0`;
  const days = [...new Set(sent.map(({ day }) => day))];
  const branches = days.flatMap((day) => KINDS.map((kind) => of(kind, day)));
  const { rows } = await tx.execute<TotalRow>(sql.join(branches, sql` union all `));
  return rows;
}

function pairsOf(sent: readonly SentOn[], kind: Kind, on: string): string {
  const pairs = new Map<string, { readonly sender: string; readonly key: string; readonly pair: string }>();
  for (const { keys, day } of sent) {
    const pair = pairKey(keys[kind], keys.sender);
    if (day === on) pairs.set(pair, { sender: keys.sender, key: keys[kind], pair });
  }
  return JSON.stringify([...pairs.values()]);
}

/** What of the batch came before, as its version in force says. */
async function ownOf(tx: Tx, here: readonly Here[]): Promise<OwnRow[]> {
  if (here.length === 0) return [];
  const asked = JSON.stringify(here.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const { rows } = await tx.execute<OwnRow>(sql`
    select c.consignment_id as id, c.sender_key as sender, c.recipient_key as recipient, c.address_key as address,
      c.received_on::text as day, a.intrinsic_value_minor::text as intrinsic, a.customs_value_minor::text as customs
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join ${consignments} c on c.consignment_id = k.id and c.received_on = k.day
    join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on and s.status <> 'withdrawn'
    join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version`);
  return rows;
}
