import type { TransactionType } from '@/lib/consignment/codes';
import type { Rational } from '@/lib/kernel/rational';
import type { Measure, Unit } from './measure';

/** One goods item with the rates its code has; amounts are plain decimal text. */
export type ChargedItem = {
  readonly itemNumber: number;
  readonly value: string;
  readonly currency: string;
  readonly commodityCode: string | null;
  /** Null where the tariff has none. */
  readonly measure: Measure | null;
  readonly taxPercent: string;
  readonly quantities: ReadonlyMap<Unit, Rational>;
};

/** A consignment as the charges of it depend on it. */
export type ChargedGoods = {
  readonly items: readonly ChargedItem[];
  /** Freight and insurance of the whole consignment. */
  readonly transport: { readonly amount: string; readonly currency: string } | null;
  readonly dispatchCountry: string | null;
  readonly transactionType: TransactionType | null;
  /** Whether a vendor scheme number stands that is valid on the day. */
  readonly isUnderScheme: boolean;
  /** Units of a currency that one unit of the law's currency buys. */
  readonly unitsPerBase: ReadonlyMap<string, Rational>;
};

/** One amount with how it came about; minor units of the law's currency. */
export type WorkedLine = {
  readonly charge: 'value' | 'duty' | 'tax' | 'fee';
  /** Null: of the consignment. */
  readonly itemNumber: number | null;
  readonly amountMinor: bigint;
  readonly text: string;
  readonly citation: string;
};

/** What cannot be charged, and by which rule; nothing is guessed in its place. */
export type ChargeFault = { readonly itemNumber: number | null; readonly rule: string; readonly about: string };

export type Worked =
  | {
      readonly ok: true;
      readonly band: string;
      readonly currency: string;
      readonly intrinsicMinor: bigint;
      readonly customsMinor: bigint;
      readonly dutyMinor: bigint;
      readonly taxMinor: bigint;
      readonly feesMinor: bigint;
      readonly items: readonly WorkedItem[];
      readonly lines: readonly WorkedLine[];
    }
  | { readonly ok: false; readonly faults: readonly ChargeFault[] };

export type WorkedItem = {
  readonly itemNumber: number;
  readonly valueMinor: bigint;
  readonly customsMinor: bigint;
  readonly dutyMinor: bigint;
  readonly taxMinor: bigint;
};
