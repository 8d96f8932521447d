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
export type ChargeSums = { [Key in (typeof COUNTS)[number]]: number } & { [Key in (typeof AMOUNTS)[number]]: bigint };

export type ChargeCell = ChargeSums & { readonly month: string; readonly cutBy: CutBy; readonly member: string };

export const CHARGE_MEASURES = [...COUNTS, ...AMOUNTS];

export const noCharges = (): ChargeSums => ({
  ...{ consignments: 0, items: 0, dutiableWas: 0, dutiableSimulated: 0, taxedWas: 0, taxedSimulated: 0 },
  ...{ openWas: 0, openSimulated: 0, valueMinor: 0n, dutyMinorWas: 0n, dutyMinorSimulated: 0n },
  ...{ vatMinorWas: 0n, vatMinorSimulated: 0n, feesMinorWas: 0n, feesMinorSimulated: 0n },
});

/** Adds the measures of one cell to another. */
export function addCharges(to: ChargeSums, from: ChargeSums): ChargeSums {
  for (const key of COUNTS) to[key] += from[key];
  for (const key of AMOUNTS) to[key] += from[key];
  return to;
}

/**
 * Sums of a stretch of consignments, kept by month and member alone, so that the memory they take depends on neither. Amounts stand
 * with their goods item; what is counted of a consignment stands with its principal item, as in the statistics.
 */
export class ChargeTally {
  readonly #cells = new Map<string, ChargeCell>();
  looked = 0;
  /** Consignments that the engine did not charge again as they were. */
  unrepeated = 0;

  add({ stored, simulated, isOpenWas, isOpenSimulated, isRepeated }: ChargedTwice): void {
    this.looked += 1;
    if (!isRepeated) this.unrepeated += 1;
    const { month, record } = stored;
    const whole: ChargeSums = { ...noCharges(), consignments: 1 };
    if (isOpenWas) whole.openWas = 1;
    if (isOpenSimulated) whole.openSimulated = 1;
    let [dutyWas, dutySimulated, taxWas, taxSimulated] = [false, false, false, false];
    for (const [index, item] of record.items.entries()) {
      const due = simulated[index];
      dutyWas ||= item.dutyMinor > 0n;
      taxWas ||= item.vatMinor > 0n;
      dutySimulated ||= (due?.dutyMinor ?? 0n) > 0n;
      taxSimulated ||= (due?.vatMinor ?? 0n) > 0n;
    }
    whole.dutiableWas = Number(dutyWas);
    whole.dutiableSimulated = Number(dutySimulated);
    whole.taxedWas = Number(taxWas);
    whole.taxedSimulated = Number(taxSimulated);
    for (const [index, item] of record.items.entries()) {
      const sums = ofItem(item, simulated[index]);
      for (const cutBy of CUT_BY) {
        const cell = this.#cell(month, cutBy, memberOf(cutBy, item, record.marketplace));
        addCharges(cell, sums);
        if (item.isPrincipal) addCharges(cell, whole);
      }
    }
  }

  cells(): readonly ChargeCell[] {
    return [...this.#cells.values()];
  }

  #cell(month: string, cutBy: CutBy, member: string): ChargeCell {
    const key = `${month} ${cutBy} ${member}`;
    const found = this.#cells.get(key);
    if (found) return found;
    const made: ChargeCell = { ...noCharges(), month, cutBy, member };
    this.#cells.set(key, made);
    return made;
  }
}

function ofItem(item: StoredItem, due: ItemDue | undefined): ChargeSums {
  return {
    ...noCharges(),
    items: 1,
    valueMinor: item.valueMinor,
    dutyMinorWas: item.dutyMinor,
    dutyMinorSimulated: due?.dutyMinor ?? 0n,
    vatMinorWas: item.vatMinor,
    vatMinorSimulated: due?.vatMinor ?? 0n,
    feesMinorWas: item.feesMinor,
    feesMinorSimulated: due?.feesMinor ?? 0n,
  };
}

function memberOf(cutBy: CutBy, { originCountry, commodityCode }: StoredItem, marketplace: string | null): string {
  switch (cutBy) {
    case 'total':
      return ALL_MEMBERS;
    case 'origin':
      return originCountry ?? NOT_DECLARED;
    case 'chapter':
      return commodityCode?.slice(0, 2) ?? NOT_DECLARED;
    case 'marketplace':
      return marketplace ?? NOT_DECLARED;
  }
}
