import { z } from 'zod';

const REASON = z.string().trim().min(5).max(500);

/**
 * A submission to undo, on the numbers that were seen: how many of its consignments would be withdrawn, how many customs acted
 * on, and whether these are to stay while the others go.
 */
export const UNDO_SUBMISSION_INPUT = z.object({
  submissionId: z.guid(),
  withdrawable: z.coerce.number().int().min(0),
  actedOn: z.coerce.number().int().min(0),
  leaveActedOn: z.preprocess((value) => value === true || value === 'on', z.boolean()),
  reason: REASON,
});

/**
 * The same for a program, which saw no numbers: whatever of the submission can be withdrawn is. A reason may be given in words;
 * `leaveActedOn` withdraws the rest where customs acted on a part.
 */
export const UNDO_AS_IT_STANDS = z.object({
  reason: REASON.optional(),
  leaveActedOn: z.enum(['true', 'false']).default('false'),
});

/** Consignments withdrawn in one transaction: it takes some seconds, and officers wait for none of it. */
export const UNDO_MAX = 20_000;
