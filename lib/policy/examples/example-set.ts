import type { ExampleLaw } from '@/lib/charges/examples/example';
import type { ExampleId } from '@/lib/codes/example-ids';
import type { CustomsOffice } from '@/lib/codes/offices';
import type { PublishedTariff } from './published-tariffs';

/** An amount in major units of the administration's currency, with the law it comes from. */
type Cited = { readonly limit: string; readonly citation: string };

/**
 * Where a set has its rates of duty from: a tariff that was published; chapters that a law lets in free; the rates of the fact files; or
 * `none`, where we have no source, so that duty beyond the thresholds stays open until the administration loads its own tariff.
 */
export type TariffOfSet =
  | { readonly kind: 'published'; readonly published: PublishedTariff }
  | { readonly kind: 'free'; readonly chapters: readonly string[]; readonly citation: string }
  | { readonly kind: 'facts' }
  | { readonly kind: 'none' };

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
  readonly tariff: TariffOfSet;
  readonly appeal: { readonly days: number; readonly source: string };
  readonly offices: readonly CustomsOffice[];
};
