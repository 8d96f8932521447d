import { z } from 'zod';
import { MAX_ASSEMBLED_CHARS } from './limits';

const RECORD = { submissionId: z.uuid(), recordNumber: z.coerce.number().int().min(1) };

/** A refused record with its text as mended. */
export const MEND_INPUT = z.object({ ...RECORD, text: z.string().min(1).max(MAX_ASSEMBLED_CHARS) });
/** The rule the list of refused records was narrowed to, for the way to the next one. */
const RULE = z
  .string()
  .regex(/^[a-z0-9_]{1,60}$/)
  .optional();
/** A refused record as a person mended it: its text, or the values of its fields. */
export const MEND_ENTRY = z.union([
  MEND_INPUT.extend({ rule: RULE }).strict(),
  z.strictObject({ ...RECORD, rule: RULE, fields: z.record(z.string().max(1_000), z.string().max(20_000)) }),
]);
/** A refused record to set aside, and why. */
export const DISCARD_INPUT = z.object({ ...RECORD, reason: z.string().trim().min(5).max(500) });
/** Every refused record of a submission that is still open, or those of them that break a rule. */
export const REPLAY_INPUT = z.object({ submissionId: z.uuid(), rule: RULE });
/** What waits in the list of refused records, narrowed to a rule or not; `after` goes on behind a submission. */
export const REPLAY_WAITING_INPUT = z.object({ rule: RULE, after: z.uuid().optional() });
