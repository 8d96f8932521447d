import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { partyDays } from '@/db/schema';
import { NO_SENDERS, type PartyHistory, type SenderCount } from '@/lib/assessment/facts';

/** Whose senders are counted: each day of a pair with a sender has a row of its own. */
const PAIRED = { recipient: 'recipient_sender', address: 'address_sender' } as const;
type Paired = keyof typeof PAIRED;
export type PairKind = (typeof PAIRED)[Paired];
export const isPair = (kind: string): kind is PairKind => kind === PAIRED.recipient || kind === PAIRED.address;

type Windows = { readonly today: string; readonly weekFrom: string; readonly monthFrom: string };
type Keys = { readonly senderKey: string; readonly recipientKey: string; readonly addressKey: string };
type Row = { kind: PairKind; receiver: string; s1: number; s7: number; s30: number };

/** The pairs that a consignment counts under, as keys of histories. */
export function pairsOf({ senderKey, recipientKey, addressKey }: Keys): [PairKind, string][] {
  return [
    ['recipient_sender', `${recipientKey}|${senderKey}`],
    ['address_sender', `${addressKey}|${senderKey}`],
  ];
}

/**
 * How many different senders the recipients and addresses of a batch had, counted in one query over the rows of their pairs, and kept
 * current while the batch is assessed in order. Only figures are held, however many senders an address of a forwarder has.
 */
export class SenderCounts {
  private readonly counts = new Map<string, SenderCount>();

  static async load(tx: Tx, activities: readonly Keys[], windows: Windows): Promise<SenderCounts> {
    const loaded = new SenderCounts();
    const { today, weekFrom, monthFrom } = windows;
    const asked = new Map(
      activities.flatMap((activity) =>
        pairsOf(activity).map(([kind, key]) => [slotOf(kind, key), [kind, key] as const]),
      ),
    );
    if (asked.size === 0) return loaded;
    const keys = [...asked.values()].map(([kind, key]) => ({ kind, receiver: receiverOf(key) }));
    const { rows } = await tx.execute<Row>(sql`
      select kind, receiver, count(*) filter (where last = ${today})::int as s1,
        count(*) filter (where last >= ${weekFrom})::int as s7, count(*)::int as s30
      from (
        select d.kind, k.receiver, d.key, max(d.day) as last
        from json_to_recordset(${JSON.stringify(keys)}::json) as k(kind text, receiver text)
        join ${partyDays} d on split_part(d.key, '|', 1) = k.receiver and d.kind = k.kind
        where d.kind in ('recipient_sender', 'address_sender') and d.day between ${monthFrom} and ${today} and d.consignments > 0
        group by d.kind, k.receiver, d.key
      ) as pairs
      group by kind, receiver`);
    for (const { kind, receiver, s1, s7, s30 } of rows) {
      loaded.counts.set(`${kind}\u0000${receiver}`, { senders1d: s1, senders7d: s7, senders30d: s30 });
    }
    return loaded;
  }

  of(kind: Paired, key: string): SenderCount {
    return this.counts.get(`${PAIRED[kind]}\u0000${key}`) ?? NO_SENDERS;
  }

  /** A pair did more, or less, than before: a sender comes to a window with its first consignment, and leaves it with its last. */
  shift(kind: PairKind, key: string, before: PartyHistory, after: PartyHistory): void {
    const slot = slotOf(kind, key);
    const { senders1d, senders7d, senders30d } = this.counts.get(slot) ?? NO_SENDERS;
    const moved = (window: 'consignments1d' | 'consignments7d' | 'consignments30d') =>
      Number(after[window] > 0) - Number(before[window] > 0);
    this.counts.set(slot, {
      senders1d: senders1d + moved('consignments1d'),
      senders7d: senders7d + moved('consignments7d'),
      senders30d: senders30d + moved('consignments30d'),
    });
  }
}

const receiverOf = (key: string) => key.slice(0, key.indexOf('|'));
const slotOf = (kind: PairKind, key: string) => `${kind}\u0000${receiverOf(key)}`;
