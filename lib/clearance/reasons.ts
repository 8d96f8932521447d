/** Closed lists of the grounds an officer may name. Texts stand in the catalogue: `clearance.holdGround.<code>` and so on. */
export const HOLD_GROUNDS = [
  'documents_missing',
  'value_doubt',
  'origin_doubt',
  'classification_doubt',
  'data_mismatch',
  'prohibition_check',
  'licence_missing',
  'denied_party_check',
  'ipr_suspicion',
  'safety_check',
  'other_agency',
  'other',
] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** What an agency says to a hold placed for it. Only `approve` lifts the hold; whether the goods leave is for customs to decide. */
export const HOLD_VERDICTS = ['approve', 'refuse', 'examine'] as const;
export type HoldVerdict = (typeof HOLD_VERDICTS)[number];

/** Why an agency asks for the persons behind a consignment. */
export const AGENCY_REVEAL_REASONS = ['licence_check', 'identity_check', 'complaint'] as const;

/** Questions to the partner, in the words of pre-loading practice: information, screening, do-not-load; and documents. */
export const REFERRAL_TYPES = ['rfi', 'rfs', 'dnl', 'documents'] as const;
export type ReferralType = (typeof REFERRAL_TYPES)[number];

export const EXAMINATION_KINDS = ['documents', 'nii', 'physical', 'laboratory'] as const;
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** Why an officer passes a consignment on to a colleague of the office. */
export const SKIP_REASONS = ['conflict_of_interest', 'needs_specialist', 'language', 'other'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a consignment is for another office. */
export const TRANSFER_REASONS = [
  'arrives_elsewhere',
  'competence',
  'equipment',
  'conflict_of_interest',
  'other',
] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];

/** Why a consignment is put off, and what brings it back; new data always do, but for who waits for a higher score alone. */
export const SNOOZE_REASONS = [
  'awaits_papers',
  'awaits_arrival',
  'awaits_advice',
  'awaits_equipment',
  'other',
] as const;
export type SnoozeReason = (typeof SNOOZE_REASONS)[number];
export const SNOOZE_EVENTS = ['time', 'arrival', 'new_data', 'score_rises'] as const;
export type SnoozeEvent = (typeof SNOOZE_EVENTS)[number];

export const REVEAL_REASONS = [
  'identity_check',
  'denied_party_check',
  'contact_partner',
  'notice',
  'seizure_file',
  'complaint',
  'audit',
] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
