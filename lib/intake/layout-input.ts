import { z } from 'zod';
import { RECORD_COLUMNS } from '@/lib/consignment/column-guide';
import { DATE_FORMS, DECIMAL_MARKS, DELIMITERS, MASS_UNITS } from './layout';
import { MAX_COLUMNS } from './limits';

const TARGET = z.enum([...RECORD_COLUMNS, 'kept', 'left_out']);

/** What a person chose for the columns of a file; how the file is cut comes from its bytes. */
export const LAYOUT_CHOICE = z.object({
  submissionId: z.uuid(),
  delimiter: z.enum(DELIMITERS),
  decimalMark: z.enum(DECIMAL_MARKS),
  dateForm: z.enum(DATE_FORMS),
  massUnit: z.enum(MASS_UNITS),
  targets: z.array(TARGET).min(1).max(MAX_COLUMNS),
  fixed: z.partialRecord(z.enum(RECORD_COLUMNS), z.string().trim().max(200)),
});

/** The edition that was on the screen: 0 where none was saved yet. Saving on another is refused. */
const SEEN = { seenEdition: z.number().int().min(0) };

/** A mapping to save, and whether the file is to be read by it at once. */
export const SAVE_LAYOUT_INPUT = LAYOUT_CHOICE.extend({ ...SEEN, isRead: z.boolean() });
/** A mapping to use no more. */
export const RETIRE_LAYOUT_INPUT = z.object({
  layoutId: z.uuid(),
  reason: z.string().trim().min(5).max(500),
});
