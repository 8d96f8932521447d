import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';

const NOTE_MAX = 500;

/** What a person says of an unusual day; the note may be empty. */
export const ACKNOWLEDGE_INPUT = z.strictObject({
  anomalyId: z.uuid(),
  note: z.string().transform(storable).pipe(z.string().trim().max(NOTE_MAX, 'too_big')),
});
