import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COURSE_KINDS, type CoursePlan, TRAINEE_ACTS } from '@/lib/learning/course';
import type { ProfileMarks } from '@/lib/learning/profile-exercise';
import type { CaseTruth } from '@/lib/learning/truth';
import type { Group } from '@/lib/profile/tree';
import { day, instant, oneOf } from './columns';

/** Apart from everything customs rests on: nothing here points to a consignment, and nothing elsewhere points here. */
export const learningSchema = pgSchema('learning');

/** A course a supervisor set: what is practised, how its cases were chosen, for whom is in its attempts. */
export const courses = learningSchema.table(
  'courses',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    kind: text('kind', { enum: COURSE_KINDS }).notNull(),
    officeId: text('office_id').notNull(),
    plan: jsonb('plan').$type<CoursePlan>().notNull(),
    dueOn: day('due_on').notNull(),
    setBy: uuid('set_by').notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: instant('set_at').notNull(),
    /** From then on nothing is answered any more; marks stay. */
    closedAt: instant('closed_at'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    // A supervisor asks: which courses are there in my offices, the newest first?
    index('courses_by_office').on(t.officeId, t.setAt.desc()),
    check('courses_kind', oneOf('kind', COURSE_KINDS)),
  ],
);

/**
 * The cases of a course, as they were when it was set: what a trainee sees, and what is true. `shown` is stored JSON, of a case the
 * `StoredCase` and of a profile exercise the `ProfileExercise`: a field that is renamed there is lost here. Never changed.
 */
export const courseExercises = learningSchema.table(
  'course_exercises',
  {
    courseId: uuid('course_id').notNull(),
    /** From 1, in the order they are worked. */
    number: integer('number').notNull(),
    shown: jsonb('shown').$type<unknown>().notNull(),
    /** Null of a profile exercise, whose rows hold theirs. */
    truth: jsonb('truth').$type<CaseTruth>(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.number] })],
);

/** One person's way through one course. */
export const courseAttempts = learningSchema.table(
  'course_attempts',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id').notNull(),
    userId: uuid('user_id').notNull(),
    userName: text('user_name').notNull(),
    assignedAt: instant('assigned_at').notNull(),
    begunAt: instant('begun_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    uniqueIndex('course_attempts_once').on(t.courseId, t.userId),
    // A trainee asks: what am I to learn?
    index('course_attempts_of_user').on(t.userId, t.assignedAt.desc()),
    check('course_attempts_begun', sql`finished_at is null or begun_at is not null`),
  ],
);

/** What was answered to one case: opened once, answered once. */
export const attemptAnswers = learningSchema.table(
  'attempt_answers',
  {
    attemptId: uuid('attempt_id').notNull(),
    number: integer('number').notNull(),
    openedAt: instant('opened_at').notNull(),
    answeredAt: instant('answered_at'),
    act: text('act', { enum: TRAINEE_ACTS }),
    /** Of a profile exercise: the conditions that were handed in, and what they were marked. */
    tree: jsonb('tree').$type<Group>(),
    marks: jsonb('marks').$type<ProfileMarks>(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.number] }),
    check('attempt_answers_act', sql`${sql.raw('act is null or')} ${oneOf('act', TRAINEE_ACTS)}`),
    check('attempt_answers_whole', sql`(answered_at is null) = (act is null and marks is null)`),
    check('attempt_answers_marked', sql`(tree is null) = (marks is null)`),
  ],
);
