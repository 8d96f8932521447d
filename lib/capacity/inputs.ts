import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { weekdayOf } from './plan';

/** For which days slots are set: one day, the same weekday from then on, or every day from then on. */
export const SCOPES = ['day', 'weekday', 'every'] as const;
export type Scope = (typeof SCOPES)[number];

const SLOTS_MAX = 100_000;
const MOST = String(SLOTS_MAX).length;

/** Whole controls a day; nothing typed sets no limit. */
export const SLOT_COUNT = z
  .union([z.number(), z.string().trim().regex(/^\d*$/, 'invalid').max(MOST, 'too_big'), z.null()])
  .transform((count) => (count === null || count === '' ? null : Number(count)))
  .pipe(z.number().int('invalid').min(0, 'invalid').max(SLOTS_MAX, 'too_big').nullable());

const day = z.string().refine((text) => parseDay(text) !== null, 'invalid');

/** Slots as somebody asks for them. `revision` is the newest that was seen, 0 for none: a change made meanwhile is not overwritten. */
export const SET_CAPACITY_INPUT = z.strictObject({
  officeId: z.string().min(1),
  day,
  scope: z.enum(SCOPES),
  documents: SLOT_COUNT,
  nii: SLOT_COUNT,
  physical: SLOT_COUNT,
  revision: z.coerce.number().int().min(0),
  reason: z.string().trim().min(3, 'reason_required').max(500, 'too_big'),
});

export const EVERY_WEEKDAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** The days a scope means, as a revision holds them. */
export function daysOfScope(
  scope: Scope,
  day: string,
): { readonly validFrom: string; readonly validTo: string | null; readonly weekdays: readonly number[] } {
  return {
    validFrom: day,
    validTo: scope === 'day' ? day : null,
    weekdays: scope === 'every' ? EVERY_WEEKDAY : [weekdayOf(day)],
  };
}
