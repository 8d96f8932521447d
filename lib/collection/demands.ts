import type { CollectionModel } from '@/lib/consignment/codes';

/** What the release of a consignment waits for: that it is paid, or that the guarantee of its account covers it. */
export const WAITS_FOR = ['payment', 'guarantee'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** A consignment that is to leave, with what it owes before it may and how that is collected; minor units. */
export type Leaving = {
  readonly consignmentId: string;
  readonly receivedOn: string;
  readonly partnerId: string;
  readonly model: CollectionModel;
  readonly owedMinor: bigint;
  /** Whether it came before this moment, so that it may have waited already. */
  readonly wasHere: boolean;
};

/** What is to be paid, or covered, before a consignment leaves; minor units. */
export type NewDemand = {
  readonly consignmentId: string;
  readonly receivedOn: string;
  readonly accountId: string;
  readonly waitsFor: WaitsFor;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly ground: string;
};

/** Union law as the example administration applies it: goods leave once what they owe is paid or secured. */
export const SECURED_FIRST = 'Regulation (EU) No 952/2013, Article 195(1)';
