import type { ChargeKind, ChargeLine } from '@/lib/assessment/types';
import { isOpenWorking, type OpenWorking } from '@/lib/charges/open-workings';

/** Why an amount is not known yet; text under `revenue.open.why.<code>`. */
export const OPEN_REASONS = [
  'no_code',
  'no_rate',
  'no_percentage',
  'no_exchange_rate',
  'no_proof',
  'duty_open',
] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** An amount of one goods item that is not known yet. It is never nil: what stands in the line is only what is known of it. */
export type OpenCharge = {
  readonly itemNumber: number;
  /** Fees are fixed sums: never open. */
  readonly charge: 'value' | 'duty' | 'vat';
  readonly reason: OpenReason;
};

const DUTY_REASONS: Readonly<Record<OpenWorking, OpenReason>> = {
  duty_without_code: 'no_code',
  duty_without_rate: 'no_rate',
  duty_not_ad_valorem: 'no_percentage',
  duty_upon_proof: 'no_proof',
  without_exchange_rate: 'no_exchange_rate',
  law_without_exchange_rate: 'no_exchange_rate',
};

/** Workings of a tax that is due at the border. */
const TAXED: ReadonlySet<string> = new Set(['vat', 'vat_formula']);

/** The amounts the workings leave open. VAT stands on duty: where it is due at the border and the duty is open, it is open too. */
export function openCharges(
  lines: readonly (Pick<ChargeLine, 'kind' | 'itemNumber'> & { readonly working: { readonly code: string } })[],
): OpenCharge[] {
  return lines.flatMap(({ kind, itemNumber, working }): OpenCharge[] => {
    const reason = kind === 'duty' && isOpenWorking(working.code) ? DUTY_REASONS[working.code] : undefined;
    if (!reason) return [];
    if (working.code === 'law_without_exchange_rate' || reason === 'no_proof') {
      return (['duty', 'vat'] as const).map((charge) => ({ itemNumber, charge, reason }));
    }
    if (reason === 'no_exchange_rate') {
      return (['value', 'duty', 'vat'] as const).map((charge) => ({ itemNumber, charge, reason }));
    }
    const isTaxed = lines.some((line) => line.itemNumber === itemNumber && TAXED.has(line.working.code));
    return [
      { itemNumber, charge: 'duty', reason },
      ...(isTaxed ? [{ itemNumber, charge: 'vat', reason: 'duty_open' } as const] : []),
    ];
  });
}

/** An amount as it may be told: null as long as anything of these charges is open. */
export function toldAmount<T>(
  open: readonly OpenCharge[],
  charges: readonly OpenCharge['charge'][],
  amount: T,
): T | null {
  return open.some(({ charge }) => charges.includes(charge)) ? null : amount;
}

/** Why one charge is open, of one item or of all of them; empty when it is known. */
export function openReasons(
  open: readonly OpenCharge[],
  charge: OpenCharge['charge'] | ChargeKind,
  itemNumber?: number,
): readonly OpenReason[] {
  const own = open.filter(
    (one) => one.charge === charge && (itemNumber === undefined || one.itemNumber === itemNumber),
  );
  return [...new Set(own.map(({ reason }) => reason))];
}
