import 'server-only';
import type { QueueRow } from '@/db/queries/clearance/queue-row';
import type { ToldDemand } from '@/db/queries/collection/open-demands';
import type { consignments, decisions, examinations, parties } from '@/db/schema';
import type { ChargeKind, Indicator } from '@/lib/assessment/types';
import type { AttachmentSender } from '@/lib/attachments/kinds';
import type { Amount } from '@/lib/clearance/amount';
import type { Uncovered } from '@/lib/clearance/decide-release';
import type { MaskedParty } from '@/lib/clearance/mask-party';
import type { ReferralState } from '@/lib/clearance/referral-state';
import type { FieldChange } from '@/lib/clearance/version-diff';
import type { HeadingSuggestion } from '@/lib/consignment/suggest-heading';
import type { Problem } from '@/lib/kernel/problem';
import type { Quality } from '@/lib/quality/score';
import type { ExciseGoods } from '@/lib/revenue/excise';
import type { ExcludedGoods } from '@/lib/revenue/reduced-dataset';
import type { WithdrawalDetail } from './last-withdrawal';
import type { BesideDetail } from './load-beside';
import type { ExhibitDetail } from './load-exhibits';
import type { HoldDetail } from './load-holds';
import type { SelectionDetail } from './load-selection';
import type { PolicyOfDetail } from './policy-of-detail';

// The consignment on one screen. Everything is JSON: instants are ISO text, amounts decimal text with their currency.

/** Identifiers, transport and trade facts of the version in force, as sent; the seller's name masked where it may be a private person's. */
export type DeclaredHeader = Pick<
  typeof consignments.$inferSelect,
  | 'version'
  | 'regime'
  | 'channel'
  | 'transportMode'
  | 's10Id'
  | 'houseRef'
  | 'masterRef'
  | 'lrn'
  | 'mrn'
  | 'dispatchCountry'
  | 'transactionType'
  | 'marketplace'
  | 'sellerName'
  | 'schemeId'
  | 'collectionModel'
  | 'grossMassKg'
  | 'transportCost'
  | 'transportCurrency'
> & {
  readonly expectedArrivalAt: string;
  readonly updatedAt: string;
  readonly submissionId: string;
  readonly warnings: readonly Problem[];
  /** 0 to 100, with the points lost by dimension; null where the data came before scores were given. */
  readonly quality: Quality | null;
};

export type ItemDetail = {
  readonly itemNumber: number;
  readonly description: string;
  readonly commodityCode: string | null;
  readonly originCountry: string | null;
  readonly quantity: string | null;
  readonly netMassKg: string | null;
  /** As declared, in the declared currency. */
  readonly declaredValue: Amount;
  /** In the administration's currency. */
  readonly value: Amount;
  readonly duty: Amount;
  readonly vat: Amount;
  readonly listingUrl: string | null;
  /** What the words of the description speak for, where no commodity code is declared; null where they say too little. */
  readonly suggestion: HeadingSuggestion | null;
};

export type ChargeLineDetail = {
  readonly kind: ChargeKind;
  readonly itemNumber: number;
  readonly base: Amount;
  readonly ratePercent: string | null;
  readonly amount: Amount;
  /** Catalogue key under `revenue.working.<code>` with the values it prints. */
  readonly working: { readonly code: string; readonly values: Readonly<Record<string, string | number>> };
  readonly citation: string;
};

export type AssessmentDetail = {
  readonly version: number;
  readonly assessedAt: string;
  readonly policyVersion: string;
  readonly engineVersion: string;
  readonly score: number;
  readonly lane: QueueRow['laneAssigned'];
  readonly selectionReason: QueueRow['selectionReason'];
  readonly randomProbability: string;
  readonly releaseCategory: number;
  /** Strongest first. */
  readonly indicators: readonly Indicator[];
  readonly intrinsicValue: Amount;
  readonly customsValue: Amount;
  readonly duty: Amount;
  readonly vat: Amount;
  readonly chargeLines: readonly ChargeLineDetail[];
};

/** A figure as declared, as corrected, and what the correction adds (negative when too much was declared); null while either is open. */
export type Compared = { readonly declared: Amount; readonly corrected: Amount; readonly difference: Amount | null };

/** Value and charges by the values the examinations found. */
export type CorrectedDetail = {
  readonly intrinsicValue: Compared;
  readonly customsValue: Compared;
  readonly duty: Compared;
  readonly vat: Compared;
  /** Duty and VAT. */
  readonly total: Compared;
  readonly releaseCategory: number;
  /** The limit the corrected value passed, and whether the goods need another declaration before release; null where none. */
  readonly overLimit: (Uncovered & { readonly needsDeclaration: boolean }) | null;
  /** Goods that by their corrected code need another declaration before release; null where none. */
  readonly excluded: ExcludedGoods | null;
  readonly items: readonly Pick<ItemDetail, 'itemNumber' | 'value' | 'duty' | 'vat'>[];
  readonly chargeLines: readonly ChargeLineDetail[];
};

export type ReferralDetail = {
  readonly referralId: string;
  readonly type: string;
  readonly question: string;
  readonly dueAt: string;
  readonly state: ReferralState;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: string | null;
  /** Whose the answer is: the partner's own, or entered by an officer who got it another way. */
  readonly answeredFrom: AttachmentSender | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawNote: string | null;
};

export type ExaminationDetail = Pick<
  typeof examinations.$inferSelect,
  | 'examinationId'
  | 'kind'
  | 'instruction'
  | 'orderedByName'
  | 'resultCode'
  | 'finding'
  | 'corrections'
  | 'recordedByName'
> & {
  readonly orderedAt: string;
  readonly recordedAt: string | null;
  /** Negative when too much was declared; null before a result and while charges are open. */
  readonly extraCharges: Amount | null;
};

/** A duty an officer stated where nobody could compute it. */
export type StatedDutyDetail = {
  readonly dutyId: string;
  readonly itemNumber: number;
  readonly amount: Amount;
  readonly ground: string;
  /** What it adds to the charges; null while others stay open. */
  readonly extraCharges: Amount | null;
  readonly statedByName: string;
  readonly statedAt: string;
};

export type DecisionDetail = Omit<
  typeof decisions.$inferSelect,
  'consignmentId' | 'decidedAt' | 'secondAt' | 'secondRule' | 'ground' | 'citation' | 'note'
> & {
  /** Why it was decided; null of a proposal to who may second it and has not opened it. */
  readonly told: Pick<typeof decisions.$inferSelect, 'ground' | 'citation' | 'note'> | null;
  readonly decidedAt: string;
  readonly secondAt: string | null;
  /** Whether the one who looks decided it: such a person cannot be its second officer. */
  readonly isOwn: boolean;
  /** ISO instant until which the one who decided may take it back; null once it is firm. */
  readonly undoableUntil: string | null;
};

export type VersionDetail = {
  readonly version: number;
  readonly receivedAt: string;
  readonly submissionId: string;
  /** What differs from the version before; empty for the first. */
  readonly changes: readonly FieldChange[];
};

/** What is known of a party key in the last 365 days, this consignment included. */
export type HistoryCount = {
  readonly consignments: number;
  readonly examined: number;
  readonly findings: number;
  readonly firstSeenOn: string | null;
};

export type EventDetail = {
  readonly eventId: string;
  readonly at: string;
  readonly kind: string;
  readonly actorName: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** Its ground is not told yet. */
  readonly isBlind: boolean;
};

export type ConsignmentDetail = PolicyOfDetail & {
  readonly row: QueueRow;
  readonly officeName: string;
  readonly declared: DeclaredHeader;
  readonly items: readonly ItemDetail[];
  /** Newest version first; all of them stay. */
  readonly assessments: readonly AssessmentDetail[];
  /** Null where it came before selections were kept. */
  readonly selection: SelectionDetail | null;
  /** Null where nothing was corrected or stated. */
  readonly corrected: CorrectedDetail | null;
  /** What the release waits for; null where it waits for nothing. */
  readonly unpaid: (ToldDemand & { readonly account: string; readonly isPartPaid: boolean }) | null;
  /** What the charges rest on beside the goods. */
  readonly beside: BesideDetail;
  /** Items subject to excise, which is not computed, by the codes in force. */
  readonly exciseGoods: readonly ExciseGoods[];
  readonly parties: Readonly<Record<(typeof parties.$inferSelect)['kind'], MaskedParty | null>>;
  readonly history: { readonly sender: HistoryCount; readonly recipient: HistoryCount; readonly address: HistoryCount };
  readonly holds: readonly HoldDetail[];
  readonly referrals: readonly ReferralDetail[];
  readonly examinations: readonly ExaminationDetail[];
  /** Earliest first. */
  readonly statedDuties: readonly StatedDutyDetail[];
  readonly decisions: readonly DecisionDetail[];
  readonly exhibits: readonly ExhibitDetail[];
  /** Newest first. */
  readonly versions: readonly VersionDetail[];
  /** Newest first. */
  readonly events: readonly EventDetail[];
  /** When, by whom and why it was withdrawn, where it is. */
  readonly withdrawn: WithdrawalDetail | null;
  /** ISO instant until which the one who looks may take back the last decision; null when nothing can be taken back. `open` for a proposal. */
  readonly undoUntil: string | null;
  /** How long the policy in force gives a partner to answer a question. */
  readonly referralAnswerMinutes: number;
};
