import { words } from './question-words';
import type { ReferralType } from './reasons';

/**
 * Questions of the catalogue by kind of referral: what officers ask again and again, in words that every partner reads alike. Stored
 * with the referral for years: add, never rename.
 */
export const QUESTIONS = {
  rfi: ['goods_made_of', 'maker_and_model', 'value_basis', 'parties_relation', 'recipient_contact', 'origin_basis'],
  rfs: ['screen_again', 'screening_method', 'open_and_look'],
  dnl: ['keep_off_board'],
  documents: ['invoice', 'payment_proof', 'licence', 'origin_proof', 'conformity', 'standard_declaration'],
} as const satisfies Record<ReferralType, readonly string[]>;
export type QuestionCode = (typeof QUESTIONS)[ReferralType][number];

export const QUESTION_CODES: readonly QuestionCode[] = Object.values(QUESTIONS).flat();

/** Whether a question of the catalogue is one of this kind. */
export const isOfType = (code: QuestionCode, type: ReferralType): boolean =>
  (QUESTIONS[type] as readonly QuestionCode[]).includes(code);

/**
 * What is asked, as it is kept and told: the sentence of the catalogue as it reads now, then the officer's own words. Later editions of
 * the catalogue change nothing of it.
 */
export function questionText(code: QuestionCode | null, own: string | null): string {
  return [...(code ? [words(code)] : []), ...(own ? [own] : [])].join('\n\n');
}
