import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import type { Reason } from '@/lib/kernel/problem';
import { groundsOf } from './grounds';
import { EXAMINATION_KINDS, HOLD_GROUNDS, REFERRAL_TYPES } from './reasons';
import type { Decision } from './transitions';

/** What one officer did alone with a selected consignment and another may look at again, not knowing it. */
export const LOOKED_AT = ['release', 'release_with_correction', 'examine', 'detain', 'refuse'] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

/** What the second says to have done. `no_view`: it cannot be told from what is there. */
export const LOOK_ANSWERS = [...LOOKED_AT, 'hold', 'refer', 'seize', 'no_view'] as const;
export type LookAnswer = (typeof LOOK_ANSWERS)[number];

/** What the first had to go by: the data and the partner's answers, or the result of an examination as well. */
export const LOOK_KINDS = ['by_data', 'after_examination'] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** The reasons of each answer, and where the clearance catalogue names them. */
export const LOOK_REASONS = {
  release: { group: 'ground', codes: groundsOf('release') },
  release_with_correction: { group: 'ground', codes: groundsOf('release_with_correction') },
  examine: { group: 'examinationKind', codes: EXAMINATION_KINDS },
  hold: { group: 'holdGround', codes: HOLD_GROUNDS },
  refer: { group: 'referralType', codes: REFERRAL_TYPES },
  detain: { group: 'ground', codes: groundsOf('detain') },
  refuse: { group: 'ground', codes: groundsOf('refuse') },
  seize: { group: 'ground', codes: groundsOf('seize') },
  no_view: { group: 'ground', codes: [] },
} as const satisfies Record<LookAnswer, { readonly group: string; readonly codes: readonly string[] }>;

export const isLookedAt = (kind: string): kind is LookedAt => (LOOKED_AT as readonly string[]).includes(kind);

/**
 * Whether what bears this id is looked at a second time. The number is drawn from the id, which nobody chooses, so that the draw can be
 * repeated by whoever knows the id and the probability (decimal text from 0 to below 1).
 */
export function isDrawn(id: string, probability: string): boolean {
  return drawFromHex(sha256Hex(`second look:${id}`)) < Number(probability);
}

export type LookFacts = {
  readonly firstBy: string;
  readonly takenBy: string | null;
  readonly answeredAt: Date | null;
  /** What was decided first still stands, on the data it was decided on. */
  readonly stands: boolean;
  /** The second opened the consignment itself since taking it, and so knows what was decided. */
  readonly hasSeen: boolean;
};
export type LookWish = { readonly answer: LookAnswer; readonly reason: string | null; readonly note: string | null };

/** Whether an officer may give this answer to a second look: the one who took it, never the first, once, and blind. */
export function decideLook(facts: LookFacts, wish: LookWish, actorId: string): Decision<object> {
  if (facts.answeredAt)
    return { ok: false, reasons: [{ code: 'look.answered', params: { at: facts.answeredAt.getTime() } }] };
  if (facts.firstBy === actorId) return { ok: false, reasons: [{ code: 'look.own' }] };
  if (facts.takenBy !== actorId) return { ok: false, reasons: [{ code: 'look.not_taken' }] };
  if (!facts.stands) return { ok: false, reasons: [{ code: 'look.lapsed' }] };
  if (facts.hasSeen) return { ok: false, reasons: [{ code: 'look.seen' }] };
  const reason = unfitting(wish);
  return reason ? { ok: false, reasons: [reason] } : { ok: true };
}

function unfitting({ answer, reason, note }: LookWish): Reason | null {
  if (answer === 'no_view') return note ? null : { code: 'look.note_required', pointer: 'note' };
  const { codes } = LOOK_REASONS[answer];
  const isFit = reason !== null && (codes as readonly string[]).includes(reason);
  return isFit ? null : { code: 'look.reason_unfit', pointer: 'reason' };
}
