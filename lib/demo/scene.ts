import type { ExampleId } from '@/lib/codes/example-ids';
import type { Random } from '@/lib/kernel/prng';
import type { Archetype } from './archetype';
import type { DemoCurrency } from './currencies';
import type { DemoPartner } from './partners';
import type { DemoParty } from './people';
import type { Seller } from './sellers';
import type { DemoTruth } from './types';

/** Where and when a consignment is being made up; counts are unique over the whole stream. */
export type Scene = {
  readonly random: Random;
  readonly partner: DemoPartner;
  readonly dayIndex: number;
  readonly receivedAt: Date;
  readonly nextCount: () => number;
  /** The example administration it is sent to. */
  readonly example: ExampleId;
  readonly pickSeller: () => Seller;
  readonly pickRecipient: () => DemoParty;
};

/** One goods item as declared; value and mass are per piece. `pieces` is what is in the box where that differs. */
export type ParcelLine = {
  readonly archetype: Archetype;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly unitMassG: number;
  readonly pieces?: number;
};

/** A consignment before it is written down. */
export type Parcel = {
  readonly sender: DemoParty;
  readonly recipient: DemoParty;
  readonly dispatchCountry: string;
  readonly transactionType: 'sale' | 'gift' | 'documents' | 'sample' | 'returned_goods' | 'other';
  readonly marketplace: string | null;
  readonly sellerName: string | null;
  readonly schemeId: string | null;
  readonly currency: DemoCurrency;
  readonly lines: readonly ParcelLine[];
};

/** A parcel with the truth about it. */
export type KnownParcel = { readonly parcel: Parcel; readonly truth: DemoTruth };

/** A consignment that is planted on a day, with one partner. */
export type Planting = {
  readonly dayIndex: number;
  readonly partner: DemoPartner['key'];
  readonly build: (scene: Scene) => KnownParcel;
};
