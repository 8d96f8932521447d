'use server';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { answerCase } from '@/db/commands/learning/answer-case';
import { closeCourse } from '@/db/commands/learning/close-course';
import { handInProfile } from '@/db/commands/learning/hand-in-profile';
import { openCase } from '@/db/commands/learning/open-case';
import { setCourse } from '@/db/commands/learning/set-course';
import { tryExercise } from '@/db/queries/learning/try-exercise';
import {
  ANSWER_CASE_INPUT,
  CLOSE_COURSE_INPUT,
  HAND_IN_INPUT,
  OPEN_CASE_INPUT,
  SET_COURSE_INPUT,
  TRY_EXERCISE_INPUT,
} from '@/lib/learning/inputs';

/** Opens the next case and shows it. */
export const openCaseAction = defineAction(
  OPEN_CASE_INPUT,
  async (actor, input) => {
    const { kind } = await openCase(actor, input);
    return { to: kind === 'profile' ? routes.exercise(input.attemptId) : routes.attempt(input.attemptId) };
  },
  { attempt: 'learning.work' },
);

/** Takes an answer, and shows it beside what is true. */
export const answerCaseAction = defineAction(
  ANSWER_CASE_INPUT,
  async (actor, input) => {
    await answerCase(actor, input);
    return { to: routes.attempt(input.attemptId, { case: input.number }) };
  },
  { attempt: 'learning.work' },
);

/** Tries conditions on the known half of an exercise. */
export const tryExerciseAction = defineAction(
  TRY_EXERCISE_INPUT,
  async (actor, input) => ({ data: await tryExercise(actor, input) }),
  { attempt: 'learning.work' },
);

/** Hands conditions in and shows their marks. */
export const handInAction = defineAction(
  HAND_IN_INPUT,
  async (actor, input) => {
    await handInProfile(actor, input);
    return { to: routes.attempt(input.attemptId) };
  },
  { attempt: 'learning.work' },
);

/** Sets a course and shows it. */
export const setCourseAction = defineAction(
  SET_COURSE_INPUT,
  async (actor, input) => {
    const { courseId } = await setCourse(actor, input);
    return { to: routes.course(courseId) };
  },
  { attempt: 'learning.set' },
);

export const closeCourseAction = defineAction(CLOSE_COURSE_INPUT, (actor, input) => closeCourse(actor, input), {
  attempt: 'learning.set',
  subject: ({ courseId }) => ({ type: 'course', id: courseId }),
  refresh: true,
});
