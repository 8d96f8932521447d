import { z } from 'zod';
import { LANES } from '@/lib/consignment/codes';
import { OUTCOME_KINDS } from './decide-outcome';
import { TOGETHER_MAX } from './decide-together';
import { DECISION_GROUNDS, groundsOf } from './grounds';
import { AUDIT_RESULTS, type AuditResult, DRAW_MAX } from './post-audit';
import { QUESTION_CODES, type QuestionCode } from './questions';
import {
  AGENCY_REVEAL_REASONS,
  EXAMINATION_KINDS,
  HOLD_GROUNDS,
  HOLD_VERDICTS,
  REFERRAL_TYPES,
  REVEAL_REASONS,
  SKIP_REASONS,
  SNOOZE_EVENTS,
  SNOOZE_REASONS,
  TRANSFER_REASONS,
} from './reasons';
import { CORRECTION_FIELDS, RESULT_CODES, type ResultCode } from './results';
import { LOOK_ANSWERS } from './second-look';
import { UNUSUAL } from './unusual-release';

/** Words of an officer: empty counts as none. */
const note = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((text) => text || null);
const words = (least: number) => z.string().trim().min(least).max(2000);
const resultCode = z.enum(RESULT_CODES as readonly [ResultCode, ...ResultCode[]]);
const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

/** A consignment as the officer saw it: every act carries the version of the row it was decided on. */
const seen = { consignmentId: z.guid(), rowVersion: z.coerce.number().int().min(0) };

// One schema per command, for forms and for programs: what it gives out, it takes in again.
export const CLAIM_INPUT = z.strictObject(seen);
export const KEEP_CLAIM_INPUT = z.strictObject({
  consignmentId: z.guid(),
  claimNumber: z.coerce.number().int().min(1),
});
export const GIVE_BACK_INPUT = z.strictObject({ ...seen, note });
export const SKIP_INPUT = z.strictObject({ ...seen, reason: z.enum(SKIP_REASONS), note });
export const COMMENT_INPUT = z.strictObject({ consignmentId: z.guid(), words: words(1) });
export const TRANSFER_INPUT = z.strictObject({
  ...seen,
  toOfficeId: z.string().max(20),
  reason: z.enum(TRANSFER_REASONS),
  note,
});
export const SNOOZE_INPUT = z.strictObject({
  ...seen,
  event: z.enum(SNOOZE_EVENTS),
  until: instant.nullish().transform((at) => at ?? null),
  reason: z.enum(SNOOZE_REASONS),
  note,
});
export const REASSIGN_INPUT = z.strictObject({ ...seen, toUserId: z.guid().nullable(), note: words(3) });
export const TAKE_NEXT_INPUT = z.strictObject({
  officeId: z.string().nullish(),
  lane: z.array(z.enum(LANES)).default([]),
  /** What the queue is narrowed to, as its address has it; tab and office in it count for nothing. */
  query: z.record(z.string().max(20), z.string().max(200)).default({}),
});
/** What is unusual about a release, as far as the officer looked at it: each as `lookAt` writes it. */
const acknowledged = z.array(z.string().max(100)).max(UNUSUAL.length).default([]);
export const RELEASE_INPUT = z.strictObject({
  ...seen,
  kind: z.enum(['release', 'release_with_correction']).default('release'),
  ground: z.enum(groundsOf('release')),
  note,
  acknowledged,
});
/** Grounds that hold of several consignments at once: the others rest on what one of them has on record. */
export const TOGETHER_GROUNDS = ['documents_in_order', 'risk_not_confirmed', 'no_capacity'] as const;
/** Each consignment once: one that were named twice would count twice towards the limits. */
const several = z
  .array(z.strictObject(seen))
  .min(1)
  .max(TOGETHER_MAX)
  .refine((rows) => new Set(rows.map(({ consignmentId }) => consignmentId.toLowerCase())).size === rows.length);
/** To release or to propose: what was chosen, on one ground. */
export const RELEASE_TOGETHER_INPUT = z.strictObject({ rows: several, ground: z.enum(TOGETHER_GROUNDS), note });
/** What an office lets leave together; `revision` is that of the limits that were seen, 0 where nobody had set any. */
export const LIMIT_TOGETHER_INPUT = z.strictObject({
  officeId: z.string().max(20),
  revision: z.coerce.number().int().min(0),
  rowsMax: z.coerce.number().int().min(2).max(TOGETHER_MAX),
  scoreMax: z.coerce.number().int().min(0).max(100),
  takesNoSlot: z.union([z.boolean(), z.stringbool()]).default(false),
  secondAboveRows: z.coerce.number().int().min(1).max(TOGETHER_MAX),
  /** Decimal text in the administration's currency. */
  secondAboveValue: z.string().trim().max(20),
  reason: words(3).max(500),
});
export const BATCH_INPUT = z.strictObject({ batchId: z.guid(), note });
export const REJECT_TOGETHER_INPUT = z.strictObject({ batchId: z.guid(), note: words(3) });
export const VIEW_TOGETHER_INPUT = z.strictObject({ batchId: z.guid() });
export const UNDO_TOGETHER_INPUT = z.strictObject({ batchId: z.guid() });
export const HOLD_INPUT = z.strictObject({
  ...seen,
  ground: z.enum(HOLD_GROUNDS),
  note,
  itemNumbers: z.array(z.coerce.number().int().min(1)).max(1000).default([]),
  dueAt: instant.nullish().transform((at) => at ?? null),
  agencyId: z
    .string()
    .max(40)
    .nullish()
    .transform((id) => id || null),
});
/** `seenAnswers`: how many answers the hold had as the person of the agency saw it. */
export const ANSWER_HOLD_INPUT = z.strictObject({
  consignmentId: z.guid(),
  holdId: z.guid(),
  seenAnswers: z.coerce.number().int().min(0),
  verdict: z.enum(HOLD_VERDICTS),
  conditions: note,
  words: words(3),
});
export const AGENCY_REVEAL_INPUT = z.strictObject({
  consignmentId: z.guid(),
  holdId: z.guid(),
  reason: z.enum(AGENCY_REVEAL_REASONS),
  note,
});
export const LIFT_INPUT = z.strictObject({ ...seen, holdId: z.guid(), note });
export const REFER_INPUT = z.strictObject({
  ...seen,
  type: z.enum(REFERRAL_TYPES),
  questionCode: z
    .enum(QUESTION_CODES as readonly [QuestionCode, ...QuestionCode[]])
    .nullish()
    .transform((code) => code ?? null),
  question: note,
  dueAt: instant,
});
export const WITHDRAW_REFERRAL_INPUT = z.strictObject({ ...seen, referralId: z.guid(), note: words(3) });
/** A partner answers without knowing the row: the question itself is answered once. */
export const ANSWER_INPUT = z.strictObject({ consignmentId: z.guid(), referralId: z.guid(), answer: words(1) });
export const EXAMINE_INPUT = z.strictObject({ ...seen, kind: z.enum(EXAMINATION_KINDS), instruction: note });
export const RECORD_RESULT_INPUT = z.strictObject({
  ...seen,
  examinationId: z.guid(),
  resultCode,
  finding: note,
  corrections: z
    .array(
      z.strictObject({
        itemNumber: z.coerce.number().int().min(1),
        field: z.enum(CORRECTION_FIELDS),
        corrected: z.string().trim().max(512),
      }),
    )
    .max(500)
    .default([]),
});
export const STATE_DUTY_INPUT = z.strictObject({
  ...seen,
  itemNumber: z.coerce.number().int().min(1),
  amount: z.string().trim().max(20),
  ground: words(3),
});
export const DECIDE_INPUT = z.strictObject({
  ...seen,
  kind: z.enum(OUTCOME_KINDS),
  ground: z.enum(DECISION_GROUNDS),
  note: words(3),
});
const line = (least: number) => z.string().trim().min(least).max(300);
/** Who holds an exhibit, where, and why it went there. */
const whereabouts = { holder: line(2), place: line(2), reason: line(3) };
export const RECORD_EXHIBIT_INPUT = z.strictObject({
  ...seen,
  description: words(3),
  quantity: line(1),
  mark: line(1),
  ...whereabouts,
});
export const MOVE_EXHIBIT_INPUT = z.strictObject({ ...seen, exhibitId: z.guid(), ...whereabouts });
export const VIEW_PROPOSAL_INPUT = z.strictObject({ consignmentId: z.guid(), decisionId: z.guid() });
export const CONFIRM_INPUT = z.strictObject({ ...seen, decisionId: z.guid(), note, acknowledged });
export const REJECT_INPUT = z.strictObject({ ...seen, decisionId: z.guid(), note: words(3) });
export const UNDO_INPUT = z.strictObject({ ...seen, note });
/** In whose queue to look for what was drawn; the office one works in where none is named. */
export const TAKE_LOOK_INPUT = z.strictObject({ officeId: z.string().max(20).nullish() });
export const ANSWER_LOOK_INPUT = z.strictObject({
  consignmentId: z.guid(),
  lookId: z.guid(),
  answer: z.enum(LOOK_ANSWERS, { error: 'invalid_value' }),
  reason: z
    .string()
    .max(60)
    .nullish()
    .transform((code) => code || null),
  note,
});
/** Releases of the blue lane by the day they were received, of which some are drawn to be audited. */
export const DRAW_AUDITS_INPUT = z.strictObject({
  officeId: z.string().max(20),
  from: z.iso.date({ error: 'invalid_date' }),
  to: z.iso.date({ error: 'invalid_date' }),
  count: z.coerce.number().int().min(1).max(DRAW_MAX),
});
export const SELECT_FOR_AUDIT_INPUT = z.strictObject({ ...seen, reason: words(3) });
/** `seenWith`: who had it as the officer saw it; empty for nobody. */
export const TAKE_AUDIT_INPUT = z.strictObject({
  ...seen,
  auditId: z.guid(),
  seenWith: z
    .union([z.guid(), z.literal('')])
    .nullish()
    .transform((id) => id || null),
});
export const ASK_FOR_AUDIT_INPUT = REFER_INPUT.omit({ type: true }).extend({ auditId: z.guid() });
export const RECORD_AUDIT_INPUT = RECORD_RESULT_INPUT.omit({ examinationId: true }).extend({
  auditId: z.guid(),
  resultCode: z.enum(AUDIT_RESULTS as unknown as readonly [AuditResult, ...AuditResult[]], { error: 'invalid_value' }),
});
export const REVEAL_INPUT = z.strictObject({ consignmentId: z.guid(), reason: z.enum(REVEAL_REASONS), note });
export const REVEAL_ATTACHMENT_INPUT = REVEAL_INPUT.extend({ attachmentId: z.guid() });
export const AGENCY_REVEAL_ATTACHMENT_INPUT = REVEAL_ATTACHMENT_INPUT.extend({
  reason: z.enum(AGENCY_REVEAL_REASONS, { error: 'invalid_value' }),
});
export const MARK_VIEWED_INPUT = z.strictObject({ ...seen });
