import type { ExampleLaw } from '@/lib/charges/examples/example';
import type { ExampleId } from '@/lib/codes/example-ids';
import type { CustomsOffice } from '@/lib/codes/offices';

/** An amount in major units of the administration's currency, with the law it comes from. */
type Cited = { readonly limit: string; readonly citation: string };

/**
 * An administration to start from: its law of charges, its currency, territory and offices, and what follows from them. An example with
 * its sources, never a legal source.
 */
export type ExampleSet = {
  readonly id: ExampleId;
  /** As letters bear it. */
  readonly name: string;
  /** One after the other, the last without end. */
  readonly laws: readonly ExampleLaw[];
  readonly currency: string;
  readonly minorDigits: number;
  readonly territory: readonly string[];
  /** The law that draws the territory. */
  readonly territorySource: string;
  /** A round number of units that one euro comes to: what the authors set in euro is set in so many times as much. */
  readonly unitsPerEuro: string;
  /** Up to here a consignment is of low value, and the reduced data set may be used. */
  readonly lowValue: Cited;
  /** Vendors that charge the tax at the sale; null where the law has no such scheme. */
  readonly scheme: (Cited & { readonly prefix: string; readonly state: string }) | null;
  /** One rate of duty by HS chapter, where the economy's tariff is not of many rates; null for the illustrative tariff. */
  readonly dutyPercent: ((prefix: string) => string) | null;
  readonly tariffSource: string;
  readonly appeal: { readonly days: number; readonly source: string };
  readonly offices: readonly CustomsOffice[];
};
