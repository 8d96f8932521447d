import { NO_OTHERS, type SplitOthers } from '@/lib/revenue/charge-facts';
import type { SchemeStanding } from '@/lib/revenue/scheme-register';
import type { ListedMatch } from '@/lib/screening/denied-list';

/** What earlier consignments say about one party key, without the consignment under assessment. */
export type PartyHistory = {
  /** First day the key was seen; null when never. */
  readonly firstSeenOn: string | null;
  /** Consignments and their customs value (minor units, EUR) on the day of receipt, and in 7 and 30 days with it. */
  readonly consignments1d: number;
  readonly valueMinor1d: bigint;
  readonly consignments7d: number;
  readonly valueMinor7d: bigint;
  readonly consignments30d: number;
  readonly valueMinor30d: bigint;
  /** Consignments declared as gift in the last 30 days. */
  readonly gifts30d: number;
  /** Examinations and findings of the last 365 days. */
  readonly examined365d: number;
  readonly findings365d: number;
};

/** Different senders on the day of receipt, and in 7 and 30 days with it; as histories, without the consignment under assessment. */
export type SenderCount = { readonly senders1d: number; readonly senders7d: number; readonly senders30d: number };

/** Use of a vendor scheme number in the last 30 days. */
export type SchemeUse = {
  readonly schemeId: string;
  readonly senders30d: number;
  readonly consignments30d: number;
  /** Consignments of the last 30 days that this sender made under the number. */
  readonly bySameSender30d: number;
};

/**
 * Robust reference band of unit value (minor units per piece, EUR): tenth, fiftieth and ninetieth percentile, learned from `count`
 * goods items of released and corrected consignments.
 */
export type ValueBand = {
  readonly level: 'subheading_origin' | 'subheading' | 'heading_origin' | 'heading' | 'chapter';
  readonly key: string;
  readonly count: number;
  readonly lowMinor: bigint;
  readonly medianMinor: bigint;
  readonly highMinor: bigint;
};

/** Whom intake compares with the lists of denied parties. */
export const SCREENED_PARTIES = ['sender', 'recipient', 'seller'] as const;
export type ScreenedRole = (typeof SCREENED_PARTIES)[number];

/** An entry of a list of denied parties that one of the parties may be, with what it rests on. */
export type DeniedMatch = ListedMatch & { readonly party: ScreenedRole };

/** Everything an assessment rests on beside the record and the policy; loaded set-wise for a batch. */
export type AssessmentFacts = {
  readonly receivedAt: Date;
  readonly sender: PartyHistory;
  readonly recipient: PartyHistory;
  /** Keyed by the recipient's address and postcode. */
  readonly address: PartyHistory;
  readonly recipientSenders: SenderCount;
  readonly addressSenders: SenderCount;
  readonly scheme: SchemeUse | null;
  /** Of the scheme number and of the marketplace, whoever sent; null where none is declared. */
  readonly schemeTraffic: PartyHistory | null;
  readonly marketplace: PartyHistory | null;
  /** By item number; missing where nothing was learned yet. */
  readonly bands: ReadonlyMap<number, ValueBand>;
  readonly deniedMatches: readonly DeniedMatch[];
  /** What the same sender sent to the recipient, and to the address, that came on the same day before it. */
  readonly sameDay: SameDay;
  /** How the scheme number stands in the register of its state; null without a number or a register. */
  readonly schemeStanding: SchemeStanding | null;
};

export type SameDay = { readonly recipient: SplitOthers; readonly address: SplitOthers };

/** Of who sent nothing else that day. */
export const NOTHING_THAT_DAY: SameDay = { recipient: NO_OTHERS, address: NO_OTHERS };

/** History of a key that was never seen. */
export const NO_HISTORY: PartyHistory = {
  firstSeenOn: null,
  consignments1d: 0,
  valueMinor1d: 0n,
  consignments7d: 0,
  valueMinor7d: 0n,
  consignments30d: 0,
  valueMinor30d: 0n,
  gifts30d: 0,
  examined365d: 0,
  findings365d: 0,
};

/** Of whom nobody ever sent to. */
export const NO_SENDERS: SenderCount = { senders1d: 0, senders7d: 0, senders30d: 0 };
