import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { APPEAL_OUTCOMES } from './appeal';

const consignmentId = z.guid();
const appealId = z.guid();
/** Number of the act that was seen last: of two who act on the same, one is told. */
const seen = z.coerce.number().int().min(1);
/** Decimal text in the administration's currency; the command knows its decimals. Empty is nothing. */
const amount = z
  .string()
  .trim()
  .max(20)
  .nullish()
  .transform((text) => text || '0');
const words = z.string().trim().min(3).max(1_000);
const day = z.string().refine((text) => parseDay(text) !== null, 'invalid_day');

export const LODGE_INPUT = z.strictObject({
  consignmentId,
  /** The decision that is appealed; empty: the charges alone. */
  decisionId: z
    .union([z.literal(''), z.guid()])
    .nullish()
    .transform((id) => id || null),
  claimed: amount,
  lodgedOn: day,
  words,
});

export const STEP_INPUT = z.strictObject({
  consignmentId,
  appealId,
  seen,
  act: z.enum(['secured', 'escalated', 'withdrawn']),
  amount,
  words,
});

export const OUTCOME_INPUT = z.strictObject({
  consignmentId,
  appealId,
  seen,
  outcome: z.enum(APPEAL_OUTCOMES),
  amount,
  words,
});
