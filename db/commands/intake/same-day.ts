import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { assessments, clearances, consignments } from '@/db/schema';
import type { SameDay } from '@/lib/assessment/facts';
import type { Charges } from '@/lib/assessment/types';
import type { SplitOther } from '@/lib/revenue/charge-facts';
import type { PartyKeys } from '@/lib/risk/party-keys';

/** Who sent whom what on which day of first receipt. */
export type SentOn = { readonly keys: Pick<PartyKeys, 'sender' | 'recipient' | 'address'>; readonly day: string };

type Row = {
  id: string;
  sender: string;
  recipient: string;
  address: string;
  day: string;
  intrinsic: string;
  customs: string;
};

/**
 * What senders sent their recipients and addresses on one day: read in one query for those of a batch that sent before, and kept current
 * while the batch is assessed in order, so that it makes no difference where a batch was cut.
 */
export class SameDayGoods {
  private readonly goods = new Map<string, { readonly other: SplitOther; readonly slots: readonly string[] }>();
  private readonly bySlot = new Map<string, Set<string>>();

  /** Asks nothing where nobody in the batch sent anything that day before. */
  static async load(tx: Tx, sent: readonly SentOn[]): Promise<SameDayGoods> {
    const loaded = new SameDayGoods();
    if (sent.length === 0) return loaded;
    const asked = JSON.stringify(sent.map(({ keys, day }) => ({ ...keys, day })));
    const to = (column: 'recipient' | 'address') => sql`
      select c.consignment_id as id, c.sender_key as sender, c.recipient_key as recipient, c.address_key as address,
        c.received_on::text as day, a.intrinsic_value_minor::text as intrinsic, a.customs_value_minor::text as customs
      from json_to_recordset(${asked}::json) as k(sender text, recipient text, address text, day date)
      join ${consignments} c on ${sql.raw(`c.${column}_key = k.${column}`)} and c.received_on = k.day and c.sender_key = k.sender
      join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on and s.status <> 'withdrawn'
      join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version`;
    const { rows } = await tx.execute<Row>(sql`${to('recipient')} union ${to('address')}`);
    for (const { id, sender, recipient, address, day, intrinsic, customs } of rows) {
      const other = { consignmentId: id, intrinsicMinor: intrinsic, customsMinor: customs };
      loaded.add(other, { keys: { sender, recipient, address }, day });
    }
    return loaded;
  }

  /** What came before a consignment, in the order of their ids; it is not among them. */
  of(consignmentId: string, sent: SentOn): SameDay {
    const to = (kind: 'recipient' | 'address') =>
      [...(this.bySlot.get(slotOf(kind, sent)) ?? [])]
        .filter((id) => id !== consignmentId)
        .sort()
        .flatMap((id) => this.goods.get(id)?.other ?? []);
    return { recipient: to('recipient'), address: to('address') };
  }

  /** A consignment was assessed: those after it see it as it is now. */
  enter(
    consignmentId: string,
    sent: SentOn,
    charges: Pick<Charges, 'intrinsicValueMinor' | 'customsValueMinor'>,
  ): void {
    for (const slot of this.goods.get(consignmentId)?.slots ?? []) this.bySlot.get(slot)?.delete(consignmentId);
    const other = {
      consignmentId,
      intrinsicMinor: charges.intrinsicValueMinor.toString(),
      customsMinor: charges.customsValueMinor.toString(),
    };
    this.add(other, sent);
  }

  private add(other: SplitOther, sent: SentOn): void {
    const slots = [slotOf('recipient', sent), slotOf('address', sent)];
    this.goods.set(other.consignmentId, { other, slots });
    for (const slot of slots) {
      const ids = this.bySlot.get(slot) ?? new Set();
      this.bySlot.set(slot, ids.add(other.consignmentId));
    }
  }
}

const slotOf = (kind: 'recipient' | 'address', { keys, day }: SentOn) => `${kind} ${day} ${keys.sender} ${keys[kind]}`;
