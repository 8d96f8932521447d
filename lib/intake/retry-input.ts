import { z } from 'zod';

/** A submission to try again at once, on the number of failures that was seen. */
export const RETRY_INPUT = z.object({
  submissionId: z.guid(),
  faults: z.coerce.number().int().min(1),
});
