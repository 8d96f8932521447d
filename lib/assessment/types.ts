import type { Lane, ReleaseCategory, SelectionReason } from '@/lib/consignment/codes';
import type { Problem } from '@/lib/kernel/problem';
import type { ChargeFacts } from '@/lib/revenue/charge-facts';

/** Every indicator the engine knows; the sentence of each stands in the catalogue under `risk.indicator.<code>`. */
export const INDICATOR_CODES = [
  'undervaluation',
  'threshold_bunching',
  'splitting',
  'gift_commercial',
  'stop_word',
  'vague_description',
  'unclear_description',
  'code_mismatch',
  'data_quality',
  'mass_value',
  'prohibited_goods',
  'restricted_goods',
  'denied_party',
  'first_seen_sender',
  'routing',
  'scheme_misuse',
  'destination_outside',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/**
 * A fired indicator: its points, the values its sentence names, and the fields it rests on (`items.0.value`).
 * Values are plain text or numbers; amounts are decimal text with their currency as a value of its own.
 */
export type Indicator = {
  readonly code: IndicatorCode;
  readonly points: number;
  readonly values: Readonly<Record<string, string | number>>;
  readonly pointers: readonly string[];
  /** `true` selects for examination, `documents` for a check of the papers, whatever the score and the slots. */
  readonly mandatory?: boolean | 'documents';
};

export const CHARGE_KINDS = ['duty', 'vat', 'fee'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** One line of the printed working. Amounts in minor units of the administration's currency. */
export type ChargeLine = {
  readonly kind: ChargeKind;
  /** Item the amount is attributed to in statistics. */
  readonly itemNumber: number;
  readonly baseMinor: bigint;
  /** Per cent as decimal text; null for a flat amount. */
  readonly ratePercent: string | null;
  readonly amountMinor: bigint;
  /** Catalogue key under `revenue.working.<code>` with the values it prints. */
  readonly working: { readonly code: string; readonly values: Readonly<Record<string, string | number>> };
  readonly citation: string;
};

/** Value of one goods item (goods alone, converted; the items sum to the intrinsic value) and its charges, in minor units. */
export type ItemCharges = {
  readonly itemNumber: number;
  readonly valueMinor: bigint;
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
};

export type Charges = {
  readonly currency: string;
  readonly intrinsicValueMinor: bigint;
  readonly customsValueMinor: bigint;
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
  readonly feesMinor: bigint;
  readonly items: readonly ItemCharges[];
  readonly lines: readonly ChargeLine[];
};

/** The outcome of running the policy in force on one version of a consignment. */
export type Assessment = {
  readonly policyVersion: string;
  readonly engineVersion: string;
  readonly indicators: readonly Indicator[];
  /** 0 to 100. */
  readonly score: number;
  readonly releaseCategory: ReleaseCategory;
  readonly lane: Lane;
  readonly selectionReason: SelectionReason;
  readonly charges: Charges;
  /** What the charges rest on beside the record and the law; null where there is nothing. */
  readonly chargeFacts: ChargeFacts | null;
  readonly warnings: readonly Problem[];
};
