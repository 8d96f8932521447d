import { z } from 'zod';
import { OBJECTIVES } from './objective';

export const START_TRAINING_INPUT = z.strictObject({ objective: z.enum(OBJECTIVES) });
export const CANCEL_TRAINING_INPUT = z.strictObject({ runId: z.uuid() });

/** `rowVersion` is the standing the person was looking at. */
export const MODEL_ACT_INPUT = z.strictObject({
  version: z.coerce.number().int().min(1),
  rowVersion: z.coerce.number().int().min(1),
  reason: z.string().trim().min(3, 'reason_required').max(500, 'too_big'),
});
