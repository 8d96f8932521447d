import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { CASE_SOURCES, COURSE_KINDS, COURSE_LIMITS, PRACTISED, TRAINEE_ACTS } from './course';

const whole = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.coerce.number('invalid').int('invalid').min(least, 'out_of_range').max(most, 'out_of_range');

/** A course as a supervisor asks for it. */
export const SET_COURSE_INPUT = z.strictObject({
  /** Made by the page: however often a form is sent, it becomes one course. */
  courseId: z.guid(),
  title: z.string().trim().min(1, 'required').max(80, 'too_big'),
  kind: z.enum(COURSE_KINDS, 'choose'),
  source: z.enum(CASE_SOURCES, 'choose'),
  officeId: z.string().min(1, 'required').max(20),
  cases: whole(COURSE_LIMITS.cases),
  prevalencePercent: whole(COURSE_LIMITS.prevalence),
  seed: whole(COURSE_LIMITS.seed),
  slots: whole(COURSE_LIMITS.slots),
  practised: z.array(z.enum(PRACTISED)).min(1, 'choose'),
  dueOn: z.string().refine((text) => parseDay(text) !== null, 'day'),
  trainees: z.array(z.guid()).min(1, 'choose').max(COURSE_LIMITS.trainees, 'too_big'),
});

export const CLOSE_COURSE_INPUT = z.strictObject({
  courseId: z.guid(),
  rowVersion: z.coerce.number().int().min(1),
  reason: z.string().trim().min(3, 'reason_required').max(500, 'too_big'),
});

/** The next case; `after` is the number of the last one that was seen, 0 before the first. */
export const OPEN_CASE_INPUT = z.strictObject({ attemptId: z.guid(), after: z.coerce.number().int().min(0) });

export const ANSWER_CASE_INPUT = z.strictObject({
  attemptId: z.guid(),
  number: z.coerce.number().int().min(1),
  act: z.enum(TRAINEE_ACTS, 'choose'),
});

/** Conditions as an editor holds them; what they mean is checked as a profile's are. */
const tree = z.unknown().refine((value) => (JSON.stringify(value) ?? '').length <= 256_000, 'too_big');
export const TRY_EXERCISE_INPUT = z.strictObject({ attemptId: z.guid(), tree });
export const HAND_IN_INPUT = z.strictObject({ attemptId: z.guid(), tree });
