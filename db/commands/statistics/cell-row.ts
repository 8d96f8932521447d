import 'server-only';
import type { CellRow } from '@/lib/statistics/contributions';

/** A cell as the driver gives it: large integers are text. */
export type CellColumns = {
  day: string;
  office_id: string;
  channel: string;
  lane: string;
  selection_reason: string;
  release_category: string;
  outcome: string;
  examination: string;
  release_bucket: number;
  chapter: string;
  heading: string;
  origin: string;
  dispatch: string;
  marketplace: string;
  collection_model: string;
  transaction_type: string;
  value_band: string;
  hour: string;
  consignments: number;
  items: number;
  quantity_milli: string;
  value_minor: string;
  net_mass_g: string;
  duty_minor: string;
  vat_minor: string;
  released: number;
  release_seconds: string;
  extra_charges_minor: string;
  withdrawn: number;
};

/** The cell in the words of `lib/statistics`. */
export function cellOf(row: CellColumns): CellRow {
  return {
    day: row.day,
    officeId: row.office_id,
    channel: row.channel,
    lane: row.lane,
    selectionReason: row.selection_reason,
    releaseCategory: row.release_category,
    outcome: row.outcome,
    examination: row.examination,
    releaseBucket: row.release_bucket,
    chapter: row.chapter,
    heading: row.heading,
    origin: row.origin,
    dispatch: row.dispatch,
    marketplace: row.marketplace,
    collectionModel: row.collection_model,
    transactionType: row.transaction_type,
    valueBand: row.value_band,
    hour: row.hour,
    consignments: row.consignments,
    items: row.items,
    quantityMilli: Number(row.quantity_milli),
    valueMinor: BigInt(row.value_minor),
    netMassG: Number(row.net_mass_g),
    dutyMinor: BigInt(row.duty_minor),
    vatMinor: BigInt(row.vat_minor),
    released: row.released,
    releaseSeconds: Number(row.release_seconds),
    extraChargesMinor: BigInt(row.extra_charges_minor),
    withdrawn: row.withdrawn,
  };
}
