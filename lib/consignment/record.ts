import type { Channel, CollectionModel, Regime, TransactionType, TransportMode } from './codes';
import type { SentRecord } from './columns';

/** Sender or recipient, as sent. */
export type Party = {
  readonly name: string;
  readonly address: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly country: string;
  readonly id: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** One commodity line. Decimals stay the text that was sent; grams are rounded half up for computing only. */
export type GoodsItem = {
  readonly itemNumber: number;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  readonly quantity: string | null;
  readonly netMassKg: string | null;
  readonly netMassG: number | null;
  readonly value: string;
  readonly currency: string;
  readonly listingUrl: string | null;
};

/** A record that passed validation: the facts every later step rests on. Warnings do not stop it. */
export type ConsignmentRecord = {
  readonly reference: string;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly transportMode: TransportMode | null;
  readonly s10Id: string | null;
  readonly houseRef: string | null;
  readonly masterRef: string | null;
  readonly lrn: string | null;
  readonly mrn: string | null;
  /** UN/LOCODE of the customs office, e.g. `NLRTM`. */
  readonly office: string;
  readonly expectedArrivalAt: Date;
  readonly dispatchCountry: string | null;
  readonly transactionType: TransactionType;
  readonly sender: Party;
  readonly recipient: Party;
  readonly marketplace: string | null;
  readonly sellerName: string | null;
  readonly schemeId: string | null;
  readonly collectionModel: CollectionModel;
  readonly grossMassKg: string | null;
  readonly grossMassG: number | null;
  readonly transportCost: string | null;
  readonly transportCurrency: string | null;
  readonly items: readonly GoodsItem[];
  readonly sent: SentRecord;
};
