import { NOT_DECLARED } from '@/lib/statistics/contributions';
import type { ChargedTwice, ItemDue, StoredItem } from './charge-twice';
import { ALL_MEMBERS, CUT_BY, type CutBy } from './states';

const COUNTS = [
  'consignments',
  'items',
  /** Consignments a duty is due of. */
  'dutiableWas',
  'dutiableSimulated',
  /** Consignments a tax is due of at the border. */
  'taxedWas',
  'taxedSimulated',
  /** Consignments of which something cannot be charged. */
  'openWas',
  'openSimulated',
] as const;

/** Counts of how consignments are treated, which simulations of before they were counted have nothing of. */
const TREATED = [
  /** Consignments whose tax the vendor accounts for at the sale. */
  'vendorWas',
  'vendorSimulated',
  /** Consignments of low value, categories 1 to 3 of the Immediate Release Guidelines. */
  'lowValueWas',
  'lowValueSimulated',
  /** Consignments that may be declared with the reduced data set. */
  'reducedWas',
  'reducedSimulated',
  /** Consignments declared with it that it is not open to. */
  'standardWas',
  'standardSimulated',
] as const;

const AMOUNTS = [
  'valueMinor',
  'dutyMinorWas',
  'dutyMinorSimulated',
  'vatMinorWas',
  'vatMinorSimulated',
  'feesMinorWas',
  'feesMinorSimulated',
] as const;

/** The additive measures of a cell; amounts in minor units. */
export type ChargeSums = { [Key in (typeof COUNTS)[number]]: number } & {
  /** Null: not counted. */
  [Key in (typeof TREATED)[number]]: number | null;
} & { [Key in (typeof AMOUNTS)[number]]: bigint };

export type ChargeCell = ChargeSums & { readonly month: string; readonly cutBy: CutBy; readonly member: string };

export const CHARGE_MEASURES = [...COUNTS, ...TREATED, ...AMOUNTS];

export const noCharges = (): ChargeSums => ({
  ...{ consignments: 0, items: 0, dutiableWas: 0, dutiableSimulated: 0, taxedWas: 0, taxedSimulated: 0 },
  ...{ openWas: 0, openSimulated: 0, vendorWas: 0, vendorSimulated: 0, lowValueWas: 0, lowValueSimulated: 0 },
  ...{ reducedWas: 0, reducedSimulated: 0, standardWas: 0, standardSimulated: 0 },
  ...{ valueMinor: 0n, dutyMinorWas: 0n, dutyMinorSimulated: 0n },
  ...{ vatMinorWas: 0n, vatMinorSimulated: 0n, feesMinorWas: 0n, feesMinorSimulated: 0n },
});

/** Adds the measures of one cell to another; what one of them did not count the sum has not either. */
export function addCharges(to: ChargeSums, from: ChargeSums): ChargeSums {
  for (const key of COUNTS) to[key] += from[key];
  for (const key of TREATED) {
    const [own, added] = [to[key], from[key]];
    to[key] = own === null || added === null ? null : own + added;
  }
  for (const key of AMOUNTS) to[key] += from[key];
  return to;
}

const COUNTED = COUNTS.filter((key) => key !== 'consignments' && key !== 'items');

/** What is counted of a consignment, once. */
type Counted = {
  readonly [Key in Exclude<(typeof COUNTS)[number], 'consignments' | 'items'> | (typeof TREATED)[number]]: number;
};

type OfMonth = Readonly<Record<CutBy, Map<string, ChargeCell>>>;

/**
 * Sums of a stretch of consignments, kept by month and member alone, so that the memory they take does not grow with it. Amounts stand
 * with their goods item; what is counted of a consignment stands with its principal item, as in the statistics.
 */
export class ChargeTally {
  readonly #months = new Map<string, OfMonth>();
  looked = 0;
  /** Consignments that the engine did not charge again as they were. */
  unrepeated = 0;

  add(charged: ChargedTwice): void {
    const { stored, simulated, isRepeated } = charged;
    this.looked += 1;
    if (!isRepeated) this.unrepeated += 1;
    const { items, marketplace } = stored.record;
    const cells = this.#ofMonth(stored.month);
    const counted = countedOf(charged);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (!item) continue;
      const due = simulated[index] ?? NOTHING_DUE;
      const principal = item.isPrincipal ? counted : null;
      enter(cellOf(cells.total, stored.month, 'total', ALL_MEMBERS), item, due, principal);
      enter(cellOf(cells.origin, stored.month, 'origin', item.originCountry), item, due, principal);
      enter(
        cellOf(cells.chapter, stored.month, 'chapter', item.commodityCode?.slice(0, 2) ?? null),
        item,
        due,
        principal,
      );
      enter(cellOf(cells.marketplace, stored.month, 'marketplace', marketplace), item, due, principal);
    }
  }

  cells(): readonly ChargeCell[] {
    return [...this.#months.values()].flatMap((cells) => CUT_BY.flatMap((cutBy) => [...cells[cutBy].values()]));
  }

  #ofMonth(month: string): OfMonth {
    const found = this.#months.get(month);
    if (found) return found;
    const made = { total: new Map(), origin: new Map(), chapter: new Map(), marketplace: new Map() };
    this.#months.set(month, made);
    return made;
  }
}

const NOTHING_DUE: ItemDue = { dutyMinor: 0n, vatMinor: 0n, feesMinor: 0n };

function cellOf(cells: Map<string, ChargeCell>, month: string, cutBy: CutBy, known: string | null): ChargeCell {
  const member = known ?? NOT_DECLARED;
  const found = cells.get(member);
  if (found) return found;
  const made: ChargeCell = { ...noCharges(), month, cutBy, member };
  cells.set(member, made);
  return made;
}

function countedOf(charged: ChargedTwice): Counted {
  const { stored, simulated, isOpenWas, isOpenSimulated, treatedWas, treatedSimulated } = charged;
  const { record } = stored;
  const has = (amounts: readonly ItemDue[], key: 'dutyMinor' | 'vatMinor') =>
    Number(amounts.some((amount) => amount[key] > 0n));
  return {
    dutiableWas: has(record.items, 'dutyMinor'),
    dutiableSimulated: has(simulated, 'dutyMinor'),
    taxedWas: has(record.items, 'vatMinor'),
    taxedSimulated: has(simulated, 'vatMinor'),
    openWas: Number(isOpenWas),
    openSimulated: Number(isOpenSimulated),
    vendorWas: Number(treatedWas.isVendorTaxed),
    vendorSimulated: Number(treatedSimulated.isVendorTaxed),
    lowValueWas: Number(treatedWas.isLowValue),
    lowValueSimulated: Number(treatedSimulated.isLowValue),
    reducedWas: Number(treatedWas.isReducedOpen),
    reducedSimulated: Number(treatedSimulated.isReducedOpen),
    standardWas: Number(treatedWas.needsStandard),
    standardSimulated: Number(treatedSimulated.needsStandard),
  };
}

/** Written out: this is done four times for every goods item of the period. */
function enter(cell: ChargeCell, item: StoredItem, due: ItemDue, principal: Counted | null): void {
  cell.items += 1;
  cell.valueMinor += item.valueMinor;
  cell.dutyMinorWas += item.dutyMinor;
  cell.dutyMinorSimulated += due.dutyMinor;
  cell.vatMinorWas += item.vatMinor;
  cell.vatMinorSimulated += due.vatMinor;
  cell.feesMinorWas += item.feesMinor;
  cell.feesMinorSimulated += due.feesMinor;
  if (principal === null) return;
  cell.consignments += 1;
  for (const key of COUNTED) cell[key] += principal[key];
  for (const key of TREATED) cell[key] = (cell[key] ?? 0) + principal[key];
}
