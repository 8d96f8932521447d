import type { LawInForce, TariffRate, TaxRate } from '@/lib/charges/goods';
import type { Channel, CollectionModel, ControlType, DecisionKind, Lane } from '@/lib/consignment/codes';
import type { GoodsIndex } from '@/lib/consignment/goods-index';
import type { Requirements } from '@/lib/consignment/requirements';
import type { PhraseIndex } from '@/lib/consignment/words';
import type { TrustLevel, TrustTerms } from '@/lib/partnership/trust';
import type { KeptFor, Retention } from './retention';
import type { QualityWeights, ValidationRules } from './rule-shapes';
import type { IndicatorParameters } from './value-shapes';

/** A limit in minor units of the administration's currency, with the law it comes from. */
export type Limit = { readonly limitMinor: bigint; readonly citation: string };

export type VendorScheme = Limit & {
  readonly prefix: string;
  readonly intermediaryPrefix: string;
  readonly digitsAfterState: number;
  readonly stateCodes: ReadonlySet<string>;
  /** HS prefixes of goods the scheme is closed to. */
  readonly excluded: ReadonlySet<string>;
};

export type Control = {
  readonly key: string;
  readonly status: 'prohibited' | 'restricted';
  readonly ground: string;
  /** Singular words and phrases beside which a word of the control means something else. */
  readonly unless: PhraseIndex<true>;
};

/** Roles of people who decide on consignments. */
export const DECIDING_ROLES = ['officer', 'supervisor'] as const;
export type DecidingRole = (typeof DECIDING_ROLES)[number];

/** Who may take a decision, and up to which value of the goods an officer; null sets no limit. */
export type Power = {
  readonly roles: readonly DecidingRole[];
  readonly officerUpToMinor: bigint | null;
  readonly source: string;
};

/** Decisions that take a second officer where every condition holds; null asks nothing. */
export type SecondOfficerRule = {
  readonly key: string;
  readonly decisions: readonly DecisionKind[];
  readonly valueAboveMinor: bigint | null;
  readonly correctionAboveMinor: bigint | null;
  readonly unexaminedIn: readonly Lane[] | null;
};

/** How long decisions can be appealed, what can be asked for in the words of the law, and where it stands. */
export type Appeal = { readonly days: number; readonly remedy: string; readonly source: string };

/** Bounds of plausible value per kilogram, in minor units. */
export type ValuePerKg = { readonly lowMinor: bigint; readonly highMinor: bigint };

/** The currency the administration counts in, and how many decimals it has. */
export type PolicyCurrency = Pick<Policy, 'currency' | 'minorDigits'>;

/** Everything a decision rests on, valid on one day and ready to compute with. Built by `policyAt`. */
export type Policy = {
  /** Twelve hexadecimal digits that change with any row valid on the day. */
  readonly version: string;
  readonly day: string;
  /** Its name, as letters bear it. */
  readonly administration: string;
  readonly currency: string;
  readonly minorDigits: number;
  /** Countries of the customs territory. */
  readonly territory: ReadonlySet<string>;
  /** The law that draws the territory. */
  readonly territorySource: string;
  /** How charges are worked out, with the rates of exchange of the day. */
  readonly lawInForce: LawInForce;
  /** Up to what a gift, or documents, bear less than goods that are sold; null where the law has no such relief. */
  readonly gift: Limit | null;
  readonly documents: Limit | null;
  readonly lowValue: Limit;
  /** What the reduced data set (regime `h7`) may be used for. */
  readonly reducedDataset: Limit & { readonly excluded: ReadonlySet<string> };
  readonly vendorScheme: VendorScheme;
  /** By HS prefix of 2, 4 or 6 digits or national line of 8; the longest that fits decides. */
  readonly dutyRates: ReadonlyMap<string, TariffRate>;
  readonly vatStandard: TaxRate;
  readonly vatByPrefix: ReadonlyMap<string, TaxRate>;
  /** Standard rates of the countries of the territory that have one of their own. */
  readonly vatByCountry: ReadonlyMap<string, TaxRate>;
  /** Terms as the list has them, by their words joined by blanks, without figures and filler. */
  readonly stopTerms: ReadonlyMap<string, string>;
  /** Words of the longest stop term. */
  readonly stopTermWords: number;
  readonly stopPhrases: PhraseIndex<true>;
  /** The same for names and addresses. */
  readonly partyStopTerms: ReadonlyMap<string, string>;
  readonly partyStopFirstWords: ReadonlySet<string>;
  readonly partyStopPhrases: PhraseIndex<true>;
  /** The lists that the terms are of. */
  readonly stopWordLists: Readonly<Record<'goods' | 'party', { readonly source: string; readonly edition: string }>>;
  /** Whole descriptions judged to name no goods, words joined by blanks. */
  readonly vagueDescriptions: ReadonlySet<string>;
  /** Phrases that say nothing of the goods and are taken out before a description is judged. */
  readonly emptyPhrases: PhraseIndex<true>;
  readonly descriptionPatterns: readonly { readonly key: string; readonly expression: RegExp }[];
  readonly fillerWords: ReadonlySet<string>;
  /** Filler, colours, sizes and general nouns: a description of nothing else is vague. */
  readonly emptyWords: ReadonlySet<string>;
  /** What goods are made of: a description of nothing else names none. */
  readonly materialWords: ReadonlySet<string>;
  /** Words for kinds of goods, as `equipment` is: with one word before them they name a trade rather than goods. */
  readonly categoryWords: ReadonlySet<string>;
  /** What goods are called, by heading. */
  readonly goods: GoodsIndex;
  readonly controlWords: PhraseIndex<Control>;
  readonly controlPrefixes: ReadonlyMap<string, readonly Control[]>;
  readonly indicators: IndicatorParameters;
  readonly valuePerKg: ReadonlyMap<string, ValuePerKg>;
  readonly highValueMinor: bigint;
  readonly laneFromScore: { readonly blue: number; readonly yellow: number; readonly red: number };
  /** Decimal text, as it is recorded with each assessment. */
  readonly randomProbability: string;
  /** Controls an office has hands for on a day where it has no plan of its own, and the share of its examinations that is drawn. */
  readonly capacity: {
    readonly slots: Readonly<Record<ControlType, number | null>>;
    readonly randomShare: number;
  };
  readonly secondOfficer: readonly SecondOfficerRule[];
  /** By decision; none where nobody entered one. */
  readonly powers: ReadonlyMap<DecisionKind, Power>;
  /** Decimal text, as it is recorded with each draw; '0' where nobody set one. */
  readonly secondLookProbability: string;
  /** How long what is kept is kept at least; nothing is said of what has no row. */
  readonly retention: ReadonlyMap<KeptFor, Retention>;
  /** Null where nobody entered one. */
  readonly appeal: Appeal | null;
  /** What each level of trust in a partner asks for; none where nobody entered it, and then nobody is trusted anew. */
  readonly trust: ReadonlyMap<TrustLevel, TrustTerms>;
  /** Models under which goods leave once they are paid, and the law that says so; none where nobody entered any. */
  readonly paidBefore: { readonly models: ReadonlySet<CollectionModel>; readonly citation: string };
  /** Up to what one person pays money back alone; nothing where nobody entered a limit. */
  readonly refundAloneUpToMinor: bigint;
  readonly leaseMinutes: number;
  readonly undoMinutes: number;
  readonly referralAnswerMinutes: number;
  readonly holdReviewMinutes: number;
  /** From receipt to release. */
  readonly releaseTargetMinutes: Readonly<Record<Channel, number>>;
  /** When shifts end, `HH:MM` UTC: everywhere, and in offices that have others. */
  readonly shiftEnds: { readonly usual: readonly string[]; readonly byOffice: ReadonlyMap<string, readonly string[]> };
  /** As long as a rate of exchange may stand by law. */
  readonly exchangeRateMinutes: number;
  /** What each regime asks of each column. */
  readonly requirements: Requirements;
  /** Rules across fields with their severity. */
  readonly rules: ValidationRules;
  /** Outside it no ordinary goods are. */
  readonly absurdPerKg: ValuePerKg;
  readonly quality: QualityWeights;
};
