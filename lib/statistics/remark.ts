import { z } from 'zod';
import { OFFICE_CODE } from '@/lib/consignment/office-code';
import { parseDay } from '@/lib/kernel/dates';
import { storable } from '@/lib/kernel/storable';

/** Remarks one person may keep, and letters of one. */
export const REMARKS_MAX = 200;
export const REMARK_CHARS_MAX = 120;
const OFFICES_MAX = 200;

/** Offices whose people see it; none leaves it to its owner. A form with one tick sends one text. */
const offices = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.string().regex(OFFICE_CODE)).max(OFFICES_MAX),
  )
  .transform((codes) => [...new Set(codes)].sort());

/** What somebody knows of a day: `2026-11-03`, in one line. */
export const KEEP_REMARK_INPUT = z.strictObject({
  day: z.string().refine((day) => parseDay(day) !== null, 'day'),
  text: z.string().transform(storable).pipe(z.string().trim().min(1, 'required').max(REMARK_CHARS_MAX, 'too_big')),
  offices,
});
export const DROP_REMARK_INPUT = z.strictObject({ remarkId: z.uuid() });

/** A remark as a drawing tells it, at its day. */
export type Remark = {
  readonly remarkId: string;
  readonly day: string;
  readonly text: string;
  readonly ownerName: string;
  readonly isOwn: boolean;
  /** Whether the reader may take it away: its owner, or a supervisor of all offices it is shown to. */
  readonly mayDrop: boolean;
};
