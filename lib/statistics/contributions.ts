import { decimal, toScaled } from '@/lib/kernel/decimal';
import { releaseBucketOf } from './release-time';
import { valueBandOf } from './value-band';

/** What the ledger says of one goods item, amounts in minor units of the administration's currency. */
export type LedgerItem = {
  readonly itemNumber: number;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  readonly quantity: string | null;
  readonly netMassG: number | null;
  readonly valueMinor: bigint;
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
  readonly isPrincipal: boolean;
};

/** What became of a consignment: `open` while it waits for a decision of customs. */
export const OUTCOMES = [
  'open',
  'detained',
  'refused',
  'released',
  'seized',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
  'withdrawn',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the ledger says of one consignment now: everything its contributions to the statistics rest on. */
export type LedgerEntry = {
  readonly consignmentId: string;
  /** Day of first receipt; a consignment stays in its day for ever. */
  readonly day: string;
  readonly officeId: string;
  readonly channel: string;
  readonly lane: string;
  readonly selectionReason: string;
  readonly releaseCategory: number;
  readonly outcome: Outcome;
  readonly examination: string;
  readonly receivedAt: Date;
  readonly releasedAt: Date | null;
  readonly dispatchCountry: string | null;
  readonly marketplace: string | null;
  readonly collectionModel: string;
  readonly transactionType: string;
  /** Intrinsic value of the consignment. */
  readonly valueMinor: bigint;
  readonly extraChargesMinor: bigint;
  readonly items: readonly LedgerItem[];
};

/** Dimension of a value that was not declared. */
export const NOT_DECLARED = '-';

/** The dimensions of a cell, in the order of its key. */
export const DIMENSIONS = [
  'day',
  'officeId',
  'channel',
  'lane',
  'selectionReason',
  'releaseCategory',
  'outcome',
  'examination',
  'releaseBucket',
  'chapter',
  'heading',
  'origin',
  'dispatch',
  'marketplace',
  'collectionModel',
  'transactionType',
  'valueBand',
  'hour',
] as const;

/** The additive measures of a cell. */
export const MEASURES = [
  'consignments',
  'items',
  'quantityMilli',
  'valueMinor',
  'netMassG',
  'dutyMinor',
  'vatMinor',
  'released',
  'releaseSeconds',
  'extraChargesMinor',
  'withdrawn',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];
export type Measure = (typeof MEASURES)[number];
export type CellKey = { readonly [D in Exclude<Dimension, 'releaseBucket'>]: string } & {
  readonly releaseBucket: number;
};
export type CellMeasures = {
  readonly consignments: number;
  readonly items: number;
  readonly quantityMilli: number;
  readonly valueMinor: bigint;
  readonly netMassG: number;
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
  readonly released: number;
  readonly releaseSeconds: number;
  readonly extraChargesMinor: bigint;
  readonly withdrawn: number;
};
export type CellRow = CellKey & CellMeasures;

/**
 * The cells a consignment adds to, now: one row per goods item. The principal item also carries the consignment, its release
 * and what an examination found, so that every figure adds up whichever dimension it is cut by.
 *
 * A withdrawn consignment is no trade: it is taken out of every count, amount and rate (its goods never came, nothing is owed,
 * it is not released and no sample holds it), and is counted once, in `withdrawn`, in the cell its principal item stood in.
 */
export function contributions(entry: LedgerEntry): CellRow[] {
  if (entry.outcome === 'withdrawn') return withdrawal(entry);
  const releaseSeconds = entry.releasedAt
    ? Math.max(0, Math.round((entry.releasedAt.getTime() - entry.receivedAt.getTime()) / 1000))
    : null;
  return entry.items.map((item) => ({
    ...keyOf(entry, item, releaseSeconds),
    consignments: item.isPrincipal ? 1 : 0,
    items: 1,
    quantityMilli: item.quantity === null ? 0 : Number(toScaled(decimal(item.quantity), 3, 'halfUp')),
    valueMinor: item.valueMinor,
    netMassG: item.netMassG ?? 0,
    dutyMinor: item.dutyMinor,
    vatMinor: item.vatMinor,
    released: item.isPrincipal && entry.releasedAt ? 1 : 0,
    releaseSeconds: item.isPrincipal ? (releaseSeconds ?? 0) : 0,
    extraChargesMinor: item.isPrincipal ? entry.extraChargesMinor : 0n,
    withdrawn: 0,
  }));
}

function withdrawal(entry: LedgerEntry): CellRow[] {
  return entry.items
    .filter((item) => item.isPrincipal)
    .map((item) => ({ ...keyOf(entry, item, null), ...NOTHING, withdrawn: 1 }));
}

const NOTHING: CellMeasures = {
  consignments: 0,
  items: 0,
  quantityMilli: 0,
  valueMinor: 0n,
  netMassG: 0,
  dutyMinor: 0n,
  vatMinor: 0n,
  released: 0,
  releaseSeconds: 0,
  extraChargesMinor: 0n,
  withdrawn: 0,
};

/** The cell a goods item stands in; null where its consignment is not released. */
function keyOf(entry: LedgerEntry, item: LedgerItem, releaseSeconds: number | null): CellKey {
  return {
    day: entry.day,
    officeId: entry.officeId,
    channel: entry.channel,
    lane: entry.lane,
    selectionReason: entry.selectionReason,
    releaseCategory: String(entry.releaseCategory),
    outcome: entry.outcome,
    examination: entry.examination,
    releaseBucket: releaseBucketOf(releaseSeconds),
    chapter: item.commodityCode?.slice(0, 2) ?? NOT_DECLARED,
    heading: item.commodityCode?.slice(0, 4) ?? NOT_DECLARED,
    origin: item.originCountry ?? NOT_DECLARED,
    dispatch: entry.dispatchCountry ?? NOT_DECLARED,
    marketplace: entry.marketplace ?? NOT_DECLARED,
    collectionModel: entry.collectionModel,
    transactionType: entry.transactionType,
    valueBand: valueBandOf(entry.valueMinor),
    hour: hourOf(entry.receivedAt),
  };
}

/** The hour of the day in which the data were first received, in UTC as the day is: `00` to `23`. */
const hourOf = (receivedAt: Date): string => String(receivedAt.getUTCHours()).padStart(2, '0');

/** Rows that turn the sum of `before` into the sum of `after`: equal cells are added up, cells that cancel are left out. */
export function netChange(before: readonly CellRow[], after: readonly CellRow[]): CellRow[] {
  const cells = new Map<string, CellRow>();
  for (const row of before) enter(cells, row, -1);
  for (const row of after) enter(cells, row, 1);
  return [...cells.values()].filter((row) => MEASURES.some((measure) => BigInt(row[measure]) !== 0n));
}

type Counted = Exclude<Measure, 'valueMinor' | 'dutyMinor' | 'vatMinor' | 'extraChargesMinor'>;

function enter(cells: Map<string, CellRow>, row: CellRow, sign: 1 | -1): void {
  const key = DIMENSIONS.map((dimension) => row[dimension]).join('\u0000');
  const sum = cells.get(key);
  const n = (measure: Counted) => (sum?.[measure] ?? 0) + sign * row[measure];
  const b = (measure: 'valueMinor' | 'dutyMinor' | 'vatMinor' | 'extraChargesMinor') =>
    (sum?.[measure] ?? 0n) + BigInt(sign) * row[measure];
  cells.set(key, {
    ...row,
    consignments: n('consignments'),
    items: n('items'),
    quantityMilli: n('quantityMilli'),
    netMassG: n('netMassG'),
    released: n('released'),
    releaseSeconds: n('releaseSeconds'),
    valueMinor: b('valueMinor'),
    dutyMinor: b('dutyMinor'),
    vatMinor: b('vatMinor'),
    extraChargesMinor: b('extraChargesMinor'),
    withdrawn: n('withdrawn'),
  });
}
