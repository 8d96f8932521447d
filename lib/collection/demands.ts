/** What the release of a consignment waits for: that it is paid, or that the guarantee of its account covers it. */
export const WAITS_FOR = ['payment', 'guarantee'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

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
