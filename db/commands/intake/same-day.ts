import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { assessments, clearances, consignments } from '@/db/schema';
import type { SameDay } from '@/lib/assessment/facts';
import type { Charges } from '@/lib/assessment/types';
import { IDS_KEPT, NO_OTHERS, type SplitOthers } from '@/lib/revenue/charge-facts';
import type { PartyKeys } from '@/lib/risk/party-keys';

/** Who sent whom what on which day of first receipt. */
export type SentOn = { readonly keys: Pick<PartyKeys, 'sender' | 'recipient' | 'address'>; readonly day: string };

/** A consignment that came before, and the day it did. */
type Here = { readonly consignmentId: string; readonly receivedOn: string };

const KINDS = ['recipient', 'address'] as const;
type Kind = (typeof KINDS)[number];

type TotalRow = {
  kind: Kind;
  sender: string;
  key: string;
  day: string;
  consignments: number;
  intrinsic: string;
  customs: string;
  ids: string[];
};
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
 * What senders sent their recipients and addresses on one day: read in two queries for those of a batch that sent before, as totals,
 * however much one sent another, and kept current while the batch is assessed in order, so that it makes no difference where a batch was
 * cut.
 */
export class SameDayGoods {
  private readonly slotsOf = new Map<string, readonly Slot[]>();
  private readonly slots = new Map<string, Slot>();

  /** `here`: those of the batch that came before, each replaced when it is assessed anew. Asks nothing where nobody sent anything before. */
  static async load(tx: Tx, sent: readonly SentOn[], here: readonly Here[]): Promise<SameDayGoods> {
    const loaded = new SameDayGoods();
    if (sent.length === 0) return loaded;
    for (const { kind, sender, key, day, ...total } of await totalsOf(tx, sent, here)) {
      const others = {
        ...{ consignments: total.consignments, ids: total.ids },
        ...{ intrinsicMinor: BigInt(total.intrinsic), customsMinor: BigInt(total.customs) },
      };
      loaded.slots.set(slotKey(kind, sender, key, day), new Slot(others));
    }
    for (const { id, day, intrinsic, customs, ...keys } of await ownOf(tx, here)) {
      loaded.add(id, { keys, day }, { intrinsicMinor: BigInt(intrinsic), customsMinor: BigInt(customs) });
    }
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

  private add(consignmentId: string, { keys, day }: SentOn, worth: Worth): void {
    const own = KINDS.map((kind) => {
      const key = slotKey(kind, keys.sender, keys[kind], day);
      const slot = this.slots.get(key) ?? new Slot();
      this.slots.set(key, slot);
      return slot;
    });
    for (const slot of own) slot.put(consignmentId, worth);
    this.slotsOf.set(consignmentId, own);
  }
}

const slotKey = (kind: Kind, sender: string, key: string, day: string) => `${kind} ${day} ${sender} ${key}`;

const WORTH = sql`
  join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on and s.status <> 'withdrawn'
  join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version`;

/** Of each sender, recipient or address, and day: all but those of the batch. Each pair is read once, however often the batch names it. */
async function totalsOf(tx: Tx, sent: readonly SentOn[], here: readonly Here[]): Promise<TotalRow[]> {
  const except = sql.param(here.map(({ consignmentId }) => consignmentId));
  const pairs = (kind: Kind) => {
    const named = sent.map(({ keys, day }) => ({ sender: keys.sender, key: keys[kind], day }));
    return JSON.stringify([...new Map(named.map((one) => [JSON.stringify(one), one])).values()]);
  };
  const of = (kind: Kind) => sql`
    select ${sql.raw(`'${kind}'`)} as kind, k.sender, k.key, k.day::text, count(*)::int as consignments,
      sum(a.intrinsic_value_minor)::text as intrinsic, sum(a.customs_value_minor)::text as customs,
      (array_agg(c.consignment_id order by c.consignment_id))[1:${sql.raw(`${IDS_KEPT}`)}] as ids
    from json_to_recordset(${pairs(kind)}::json) as k(sender text, key text, day date)
    join ${consignments} c on ${sql.raw(`c.${kind}_key = k.key`)} and c.received_on = k.day and c.sender_key = k.sender
      and c.consignment_id <> all(${except}::uuid[])
    ${WORTH}
    group by k.sender, k.key, k.day`;
  const { rows } = await tx.execute<TotalRow>(sql`${of('recipient')} union all ${of('address')}`);
  return rows;
}

/** What of the batch came before, as its version in force says. */
async function ownOf(tx: Tx, here: readonly Here[]): Promise<OwnRow[]> {
  if (here.length === 0) return [];
  const asked = JSON.stringify(here.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const { rows } = await tx.execute<OwnRow>(sql`
    select c.consignment_id as id, c.sender_key as sender, c.recipient_key as recipient, c.address_key as address,
      c.received_on::text as day, a.intrinsic_value_minor::text as intrinsic, a.customs_value_minor::text as customs
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join ${consignments} c on c.consignment_id = k.id and c.received_on = k.day ${WORTH}`);
  return rows;
}
