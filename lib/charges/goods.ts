import type { Charges } from '@/lib/assessment/types';
import type { TransactionType } from '@/lib/consignment/codes';
import type { Decimal } from '@/lib/kernel/decimal';
import type { Rational } from '@/lib/kernel/rational';
import type { Law } from './law';
import type { Measure, Unit } from './measure';

/** What the tariff has for a code; no measure where its words cannot be computed with. */
export type TariffRate = { readonly measure: Measure | null; readonly text: string; readonly source: string };

/** A rate of tax in per cent, as it is computed with and as it is printed. */
export type TaxRate = { readonly percent: Rational; readonly text: string; readonly source: string };

/** Units of a currency that one unit of the law's currency buys, and the first day of the rate. */
export type ExchangeRate = { readonly unitsPerBase: Decimal; readonly text: string; readonly validFrom: string };

/** A declared amount in plain decimal text. */
export type Declared = { readonly value: string; readonly currency: string };

/** One goods item with the rates its code has. */
export type ChargedItem = Declared & {
  readonly itemNumber: number;
  readonly commodityCode: string | null;
  /** Null where the tariff has none for the code. */
  readonly tariff: TariffRate | null;
  readonly tax: TaxRate;
  readonly quantities: ReadonlyMap<Unit, Rational>;
};

/** A consignment as the charges of it depend on it. */
export type ChargedGoods = {
  readonly items: readonly ChargedItem[];
  /** Freight and insurance of the whole consignment. */
  readonly transport: Declared | null;
  readonly dispatchCountry: string | null;
  readonly transactionType: TransactionType | null;
  /** The vendor scheme number the goods are sold under, where it may be used on the day. */
  readonly scheme: string | null;
  /** A declared scheme number that frees nothing; null where none was declared or it may be used. */
  readonly refusedScheme: RefusedScheme | null;
  /** What else is held against the limits together with the goods; null where they stand alone. */
  readonly together: Together | null;
};

/** Consignments of one day that were split off each other: how many the others are and what they are worth, in minor units. */
export type Together = {
  readonly by: 'recipient' | 'address';
  readonly consignments: number;
  readonly intrinsicMinor: bigint;
  readonly customsMinor: bigint;
};

/** Why a scheme number may not be used: the sentence of the catalogue under `revenue.beside.scheme`, chosen by `why`. */
export type RefusedScheme = {
  readonly number: string;
  readonly why: 'not_sale' | 'format' | 'state' | 'unregistered' | 'not_yet' | 'ended' | 'ceiling';
  /** The day of the register that says so; empty where no day does. */
  readonly day: string;
};

/** The law of one day with the rates of exchange valid on it. */
export type LawInForce = {
  readonly day: string;
  readonly law: Law;
  readonly rates: ReadonlyMap<string, ExchangeRate>;
  /** Days after which a rate of exchange is old and its age is printed. */
  readonly rateDaysMax: number;
  /** Amounts and codes alone are asked for, of many consignments: nothing of a working is printed, and no relief is worked out beside. */
  readonly isUnprinted?: boolean;
};

/** A duty that an officer worked out where nothing can be computed; minor units and the provision it rests on. */
export type Stated = { readonly amountMinor: bigint; readonly ground: string };

/** The charges of a consignment with the band of the law that decided; none where a limit could not be held against the goods. */
export type Worked = Charges & { readonly band: string | null };
