import { z } from 'zod';
import { parseInstant } from '@/lib/kernel/dates';
import { MONTH } from './calendar';

/** A release is prepared by one person, approved or refused by another, and published at its hour by a job. */
export const RELEASE_STATES = ['prepared', 'approved', 'published', 'refused', 'withdrawn'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];
/** States in which a vintage has its release: another one may not be prepared. */
export const STANDING_STATES = ['prepared', 'approved', 'published'] as const satisfies readonly ReleaseState[];

export const VERDICTS = ['approve', 'refuse'] as const;

const NOTE_MAX = 500;
const note = z.string().trim().max(NOTE_MAX);

/** An hour as a form gives it, in UTC: a release is the same moment for everybody. */
const hour = z
  .string()
  .transform((text) => parseInstant(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`))
  .refine((instant) => instant !== null, { error: 'instant' })
  .transform((instant) => instant as Date);

export const PREPARE_INPUT = z.object({
  month: z.string().regex(MONTH),
  number: z.coerce.number().int().min(1).max(999),
  releaseAt: hour,
  note,
});
export const DECIDE_RELEASE_INPUT = z.object({
  releaseId: z.uuid(),
  rowVersion: z.coerce.number().int(),
  verdict: z.enum(VERDICTS),
  reason: note,
});
export const WITHDRAW_RELEASE_INPUT = z.object({ releaseId: z.uuid(), rowVersion: z.coerce.number().int() });
