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

export const RELEASE_GROUNDS = [
  'documents_in_order',
  'examination_conform',
  'risk_not_confirmed',
  'answer_sufficient',
  'licence_produced',
  'correction_settled',
  'no_capacity',
] as const;
export type ReleaseGround = (typeof RELEASE_GROUNDS)[number];

/** Grounds of a seizure with the provision each rests on: Union customs law as the example administration applies it. */
export const SEIZURE_CITATIONS = {
  prohibited_goods: 'Regulation (EU) No 952/2013, Article 198(1)(b)(iv)',
  restricted_without_licence: 'Regulation (EU) No 952/2013, Article 198(1)(b)(ii)',
  ipr_infringement: 'Regulation (EU) No 608/2013, Articles 17 and 23',
  unsafe_goods: 'Regulation (EU) 2019/1020, Article 28',
  endangered_species: 'Regulation (EC) No 338/97, Article 16(2)',
  undeclared_goods: 'Regulation (EU) No 952/2013, Article 198(1)(a)',
} as const;
export type SeizureGround = keyof typeof SEIZURE_CITATIONS;
export const SEIZURE_GROUNDS = [
  'prohibited_goods',
  'restricted_without_licence',
  'ipr_infringement',
  'unsafe_goods',
  'endangered_species',
  'undeclared_goods',
] as const satisfies readonly SeizureGround[];

/** Questions to the partner, in the words of pre-loading practice: information, screening, do-not-load; and documents. */
export const REFERRAL_TYPES = ['rfi', 'rfs', 'dnl', 'documents'] as const;
export type ReferralType = (typeof REFERRAL_TYPES)[number];

export const EXAMINATION_KINDS = ['documents', 'nii', 'physical', 'laboratory'] as const;
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** Why an officer passes a consignment on to a colleague of the office. */
export const SKIP_REASONS = ['conflict_of_interest', 'needs_specialist', 'language', 'other'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a consignment is put off, and what brings it back; new data always do. */
export const SNOOZE_REASONS = [
  'awaits_papers',
  'awaits_arrival',
  'awaits_advice',
  'awaits_equipment',
  'other',
] as const;
export type SnoozeReason = (typeof SNOOZE_REASONS)[number];
export const SNOOZE_EVENTS = ['time', 'arrival', 'new_data'] as const;
export type SnoozeEvent = (typeof SNOOZE_EVENTS)[number];

export const REVEAL_REASONS = [
  'identity_check',
  'denied_party_check',
  'contact_partner',
  'seizure_file',
  'complaint',
  'audit',
] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
