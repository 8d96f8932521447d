/** How the goods travel commercially (design: channel). */
export const CHANNELS = ['post', 'express', 'cargo'] as const;
/** Which requirement matrix a record is judged by. */
export const REGIMES = ['h7', 'mail', 'entry', 'generic'] as const;
/** UN/ECE Recommendation 19, first digit. */
export const TRANSPORT_MODES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** CN 23 category of item, in the words of our record. */
export const TRANSACTION_TYPES = ['sale', 'gift', 'documents', 'sample', 'returned_goods', 'other'] as const;
/** Who accounts for the tax (WCO revenue collection approaches). */
export const COLLECTION_MODELS = ['vendor', 'intermediary', 'buyer', 'operator'] as const;
/** What happens to a consignment: release at once, release and audit later, documents, examination. */
export const LANES = ['green', 'blue', 'yellow', 'red'] as const;
/** Lanes that call for a control before the release. */
export const CONTROL_LANES = ['yellow', 'red'] as const satisfies readonly Lane[];
/**
 * Why it was selected for a control; `none` for what the green and blue lanes release by themselves, `no_capacity` for what would have
 * been selected had there been hands for it.
 */
export const SELECTION_REASONS = ['none', 'score', 'mandatory', 'random', 'rule', 'officer', 'no_capacity'] as const;
/** Controls there are slots for, the mildest first. */
export const CONTROL_TYPES = ['documents', 'nii', 'physical'] as const;
/** What customs decides on a consignment. Stored for years: add, never rename. */
export const DECISION_KINDS = [
  'release',
  'release_with_correction',
  'detain',
  'end_detention',
  'refuse',
  'return',
  're_export',
  'abandon',
  'seize',
  'destroy',
  'reverse',
] as const;
/** WCO Immediate Release Guidelines, categories 1 to 4. */
export const RELEASE_CATEGORIES = [1, 2, 3, 4] as const;
/** The sides on which data can be good or bad. */
export const QUALITY_DIMENSIONS = ['completeness', 'validity', 'consistency', 'plausibility', 'timeliness'] as const;

export type Channel = (typeof CHANNELS)[number];
export type Regime = (typeof REGIMES)[number];
export type TransportMode = (typeof TRANSPORT_MODES)[number];
export type TransactionType = (typeof TRANSACTION_TYPES)[number];
export type CollectionModel = (typeof COLLECTION_MODELS)[number];
export type Lane = (typeof LANES)[number];
export type ControlLane = (typeof CONTROL_LANES)[number];
export type SelectionReason = (typeof SELECTION_REASONS)[number];
export type ControlType = (typeof CONTROL_TYPES)[number];
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];
export type ReleaseCategory = (typeof RELEASE_CATEGORIES)[number];

/** Whether a lane calls for a control before the release. */
export const isControlLane = (lane: Lane): lane is ControlLane => CONTROL_LANES.some((control) => control === lane);
