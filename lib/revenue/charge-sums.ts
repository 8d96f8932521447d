import type { ChargeLine } from '@/lib/assessment/types';
import { openCharges, openReasons } from './open-charges';

/** A charge in minor units: what is known of it, and whether the rest is open. */
export type ChargeSum = { readonly minor: bigint; readonly isOpen: boolean };

/** What the lines of a consignment come to, in all and item by item. */
export type ChargeSums = {
  readonly total: ChargeSum;
  readonly items: ReadonlyMap<number, { readonly duty: ChargeSum; readonly vat: ChargeSum }>;
};

type Line = Pick<ChargeLine, 'kind' | 'itemNumber' | 'amountMinor'> & { readonly working: { readonly code: string } };

/** Sums the lines of a consignment, and tells which sums are no figures because something in them is open. */
export function chargeSums(lines: readonly Line[]): ChargeSums {
  const open = openCharges(lines);
  const sum = (own: readonly Line[]) => own.reduce((total, line) => total + line.amountMinor, 0n);
  const of = (kind: Line['kind'], itemNumber: number): ChargeSum => ({
    minor: sum(lines.filter((line) => line.kind === kind && line.itemNumber === itemNumber)),
    isOpen: openReasons(open, kind, itemNumber).length > 0,
  });
  const numbers = [...new Set(lines.map(({ itemNumber }) => itemNumber))];
  return {
    total: { minor: sum(lines), isOpen: open.length > 0 },
    items: new Map(numbers.map((number) => [number, { duty: of('duty', number), vat: of('vat', number) }])),
  };
}

/** The fees among the lines of a consignment, as computed or as stored. */
export function feesMinorOf(
  lines: readonly { readonly kind: string; readonly amountMinor: bigint | string }[],
): bigint {
  return lines.reduce((sum, { kind, amountMinor }) => (kind === 'fee' ? sum + BigInt(amountMinor) : sum), 0n);
}
