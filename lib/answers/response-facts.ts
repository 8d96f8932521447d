import type { ChargeKind } from '@/lib/assessment/types';
import type { ExciseGoods } from '@/lib/revenue/excise';
import type { OpenReason } from '@/lib/revenue/open-charges';
import type { RefusedRecord } from './responses';

/** A line of the charges as assessed; amounts are minor units. */
export type ChargeFacts = {
  readonly itemNumber: number;
  readonly kind: ChargeKind;
  /** Null, like the amount, while it is open: nobody could compute it. */
  readonly baseMinor: bigint | null;
  readonly ratePercent: string | null;
  readonly amountMinor: bigint | null;
  /** The provision the line follows; null where it is what an officer wrote. */
  readonly legalBasis: string | null;
};

/** The charges of one version. */
export type VersionCharges = {
  readonly currency: string;
  /** Decimals of the currency. */
  readonly minorDigits: number;
  readonly lines: readonly ChargeFacts[];
  /** Null while any of them is open. */
  readonly totalMinor: bigint | null;
  /** Goods on which excise is owed, which is not computed and comes on top. */
  readonly exciseGoods: readonly ExciseGoods[];
  /** Why amounts are open. */
  readonly openReasons: readonly OpenReason[];
};

/** A value customs put in the place of a declared one. */
export type CorrectionFacts = {
  readonly itemNumber: number;
  readonly field: 'value' | 'quantity' | 'commodity_code' | 'description' | 'origin_country';
  readonly corrected: string;
};

export type QuestionFacts = {
  readonly type: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
};

export type ProblemFacts = {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly value: string | null;
};

/** What the documents about one consignment say beside the timeline. Nothing of how customs judged it. */
export type DocumentFacts = {
  readonly reference: string;
  readonly mrn: string | null;
  /** UN/LOCODE; null where the reference was only ever refused. */
  readonly office: string | null;
  readonly charges: ReadonlyMap<number, VersionCharges>;
  readonly corrections: readonly CorrectionFacts[];
  /** Numbers of the items whose duty an officer stated. */
  readonly statedDuties: readonly number[];
  /** The charges by what customs found, of the version in force; null where nothing was corrected or stated. */
  readonly correctedCharges: { readonly version: number; readonly charges: VersionCharges } | null;
  /** What corrections and stated duties add to the charges, minor units; negative when too much was declared, null while charges are open. */
  readonly extraChargesMinor: bigint | null;
  /** Declared currency by item number. */
  readonly currencies: ReadonlyMap<number, string>;
  readonly questions: readonly QuestionFacts[];
  readonly problemsOf: (record: RefusedRecord) => readonly ProblemFacts[];
};
