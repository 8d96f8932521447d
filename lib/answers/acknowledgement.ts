import type { Told, ToldStatus } from '@/lib/clearance/told-status';

/** What becomes of a record that brings no version of the data: it said nothing new, or it withdrew the consignment it names. */
export const VERSIONLESS_OUTCOMES = ['unchanged', 'withdrawn'] as const;

/** What became of a record. Partners' programs read these: add, never rename. */
export const RECORD_OUTCOMES = ['accepted', 'updated', ...VERSIONLESS_OUTCOMES, 'quarantined'] as const;
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

/**
 * Where the consignment stands, in the words of pre-loading practice: assessment complete, information, screening or documents
 * asked for, do not load.
 */
export const STANDING_CODES = ['AC', 'RFI', 'RFS', 'DOC', 'DNL'] as const;
export type StandingCode = (typeof STANDING_CODES)[number];

const QUESTIONS: Readonly<Record<string, StandingCode>> = { rfi: 'RFI', rfs: 'RFS', documents: 'DOC' };

/** Nothing is decided for good: customs looks at it or keeps it, it waits for its payment, or it is not to come. */
const OPEN: readonly ToldStatus[] = ['under_control', 'detained', 'awaiting_payment', 'withdrawn'];

/**
 * The codes a consignment stands under: do-not-load overrides everything, open questions come before the end of the assessment,
 * and the assessment is complete when the decision is final. No code while customs looks at it or may take the decision back, and
 * none once it is withdrawn.
 * @param openQuestions types of referrals without an answer
 */
export function standingCodes({ status, mayChangeUntil }: Told, openQuestions: readonly string[]): StandingCode[] {
  if (openQuestions.includes('dnl')) return ['DNL'];
  const asked = STANDING_CODES.filter((code) => openQuestions.some((type) => QUESTIONS[type] === code));
  if (asked.length > 0) return asked;
  const isOpen = OPEN.includes(status);
  return !isOpen && mayChangeUntil === null ? ['AC'] : [];
}
