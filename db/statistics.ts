import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { isWithoutOutcome, type Status } from '@/lib/clearance/transitions';
import { contributions as cellsOf, type LedgerEntry, type LedgerItem, netChange } from '@/lib/statistics/contributions';
import type { Tx } from './connection';
import { copySet } from './copy-set';
import { noteDues } from './note-dues';
import { foundCharges } from './queries/statistics/found-charges';
import { contributions } from './schema';

type Key = { readonly consignmentId: string; readonly receivedOn: string };
type Row = {
  consignment_id: string;
  day: string;
  office_id: string;
  channel: string;
  lane_effective: string;
  selection_reason: string;
  release_category: number;
  status: Status;
  proposed_from: Status | null;
  examination_outcome: string;
  received_at: string;
  released_at: string | null;
  dispatch_country: string | null;
  marketplace: string | null;
  collection_model: string;
  transaction_type: string;
  value_minor: string;
  extra_charges_minor: string;
  items: (Omit<LedgerItem, 'valueMinor' | 'dutyMinor' | 'vatMinor' | 'isPrincipal'> & {
    valueMinor: string;
    dutyMinor: string;
    vatMinor: string;
    isPrincipal: number;
  })[];
};

/** What the ledger says of some consignments now, by id, in one query. */
export async function ledgerEntries(tx: Tx, keys: readonly Key[]): Promise<Map<string, LedgerEntry>> {
  if (keys.length === 0) return new Map();
  const asked = JSON.stringify(keys.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const result = await tx.execute<Row>(sql`
    select s.consignment_id, s.received_on::text as day, s.office_id, s.channel, s.lane_effective, s.selection_reason,
      s.release_category, s.status, s.proposed_from, s.examination_outcome, s.received_at::text, s.released_at::text,
      c.dispatch_country, c.marketplace, c.collection_model, c.transaction_type, s.value_minor::text,
      ${foundCharges(sql`s.consignment_id`)}::text as extra_charges_minor,
      coalesce((select json_agg(json_build_object(
          'itemNumber', i.item_number, 'commodityCode', i.commodity_code, 'originCountry', i.origin_country,
          'quantity', i.quantity, 'netMassG', i.net_mass_g, 'valueMinor', i.value_minor::text,
          'dutyMinor', i.duty_minor::text, 'vatMinor', i.vat_minor::text, 'isPrincipal', i.is_principal)
          order by i.item_number)
        from consignment.items i where i.consignment_id = s.consignment_id and i.received_on = s.received_on
        group by i.consignment_id), '[]'::json) as items
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join clearance.clearances s on s.consignment_id = k.id and s.received_on = k.day
    join consignment.consignments c on c.consignment_id = k.id and c.received_on = k.day`);
  return new Map(result.rows.map((row) => [row.consignment_id, toEntry(row)]));
}

/** What the ledger says of one consignment now. @throws Error when it is not there */
export async function ledgerEntry(tx: Tx, consignmentId: string, receivedOn: string): Promise<LedgerEntry> {
  const entry = (await ledgerEntries(tx, [{ consignmentId, receivedOn }])).get(consignmentId);
  if (!entry) throw new Error(`consignment ${consignmentId} has no clearance`);
  return entry;
}

export type LedgerChange = { readonly before: LedgerEntry | null; readonly after: LedgerEntry | null };

/**
 * Writes what a change adds to the statistics, in the transaction of the change, and notes what may be owed by it; `isOwingAlike` where it
 * is known to owe what it did, so that nobody looks for its charges.
 */
export async function recordChange(
  tx: Tx,
  before: LedgerEntry | null,
  after: LedgerEntry | null,
  isOwingAlike = false,
): Promise<void> {
  await addContributions(tx, [{ before, after }]);
  if (!isOwingAlike) await noteDues(tx, [{ before, after }]);
}

/** The same for a batch, in one statement; equal cells are added up first. */
export async function recordChanges(tx: Tx, changes: readonly LedgerChange[]): Promise<void> {
  await addContributions(tx, changes);
  await noteDues(tx, changes);
}

async function addContributions(tx: Tx, changes: readonly LedgerChange[]): Promise<void> {
  const net = netChange(
    changes.flatMap((change) => (change.before ? cellsOf(change.before) : [])),
    changes.flatMap((change) => (change.after ? cellsOf(change.after) : [])),
  );
  await copySet(
    tx,
    contributions,
    net.map((cell) => ({ id: randomUUID(), ...cell })),
  );
}

/** A proposal changes nothing before it is confirmed: what was decided stays so. */
function outcomeOf({ status, proposed_from }: Pick<Row, 'status' | 'proposed_from'>): LedgerEntry['outcome'] {
  const standing = status === 'awaiting_second' ? (proposed_from ?? 'selected') : status;
  return isWithoutOutcome(standing) ? 'open' : standing;
}

function toEntry(row: Row): LedgerEntry {
  return {
    consignmentId: row.consignment_id,
    day: row.day,
    officeId: row.office_id,
    channel: row.channel,
    lane: row.lane_effective,
    selectionReason: row.selection_reason,
    releaseCategory: row.release_category,
    outcome: outcomeOf(row),
    examination: row.examination_outcome,
    receivedAt: new Date(row.received_at),
    releasedAt: row.released_at === null ? null : new Date(row.released_at),
    dispatchCountry: row.dispatch_country,
    marketplace: row.marketplace,
    collectionModel: row.collection_model,
    transactionType: row.transaction_type,
    valueMinor: BigInt(row.value_minor),
    extraChargesMinor: BigInt(row.extra_charges_minor),
    items: row.items.map((item) => ({
      ...item,
      valueMinor: BigInt(item.valueMinor),
      dutyMinor: BigInt(item.dutyMinor),
      vatMinor: BigInt(item.vatMinor),
      isPrincipal: item.isPrincipal === 1,
    })),
  };
}
