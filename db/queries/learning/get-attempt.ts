import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { attemptAnswers, courseAttempts, courseExercises, courses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { CoursePlan } from '@/lib/learning/course';
import type { ProfileExercise } from '@/lib/learning/profile-exercise';
import type { OwnAttempt } from './list-attempts';
import { courseHead, loadProgress } from './load-progress';
import { type CaseView, fromStored, type StoredCase } from './read-case';

export type AttemptView = OwnAttempt & { readonly courseId: string; readonly plan: CoursePlan };

/** The actor's own way through a course. @throws NotFoundError for that of somebody else */
export async function getAttempt(actor: Actor, attemptId: string): Promise<AttemptView> {
  authorise(actor, 'learning.work');
  const [row] = isUuid(attemptId)
    ? await db()
        .select({ attempt: courseAttempts, ...courseHead })
        .from(courseAttempts)
        .innerJoin(courses, eq(courses.id, courseAttempts.courseId))
        .where(and(eq(courseAttempts.id, attemptId), eq(courseAttempts.userId, actor.id)))
    : [];
  if (!row) throw new NotFoundError('attempt');
  const { attempt, courseId, title, kind, dueOn, setByName, plan, closedAt } = row;
  const progress = (await loadProgress([{ attemptId, courseId }])).get(attemptId);
  if (!progress) throw new NotFoundError('attempt');
  return {
    ...{ attemptId, courseId, title, kind, dueOn, setByName, plan, progress, isClosed: closedAt !== null },
    begunAt: attempt.begunAt?.toISOString() ?? null,
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
  };
}

/** A case the actor opened, without what is true of it: that is told with the answer. @throws NotFoundError for one that is not open yet */
export async function getCase(actor: Actor, attemptId: string, number: number): Promise<CaseView> {
  authorise(actor, 'learning.work');
  return fromStored((await shownOf(actor, attemptId, number)) as StoredCase);
}

/** The known half of an exercise with its results, and how many are to come. */
export type ExerciseView = {
  readonly slots: number;
  readonly history: readonly Omit<ProfileExercise['history'][number], 'facts'>[];
  readonly toCome: number;
};

/**
 * The known half of an exercise in writing profiles: how many there are of what, and a handful to look at. What is to come stays where
 * it is. @throws NotFoundError for one that is not open yet
 */
export async function getExercise(actor: Actor, attemptId: string): Promise<ExerciseView> {
  authorise(actor, 'learning.work');
  const { slots, history, toCome } = (await shownOf(actor, attemptId, 1)) as ProfileExercise;
  return { slots, history: history.map(({ facts: _facts, ...row }) => row), toCome: toCome.length };
}

async function shownOf(actor: Actor, attemptId: string, number: number): Promise<unknown> {
  const [row] =
    isUuid(attemptId) && Number.isSafeInteger(number)
      ? await db()
          .select({ shown: courseExercises.shown })
          .from(attemptAnswers)
          .innerJoin(
            courseAttempts,
            and(eq(courseAttempts.id, attemptAnswers.attemptId), eq(courseAttempts.userId, actor.id)),
          )
          .innerJoin(
            courseExercises,
            and(
              eq(courseExercises.courseId, courseAttempts.courseId),
              eq(courseExercises.number, attemptAnswers.number),
            ),
          )
          .where(and(eq(attemptAnswers.attemptId, attemptId), eq(attemptAnswers.number, number)))
      : [];
  if (!row) throw new NotFoundError('case');
  return row.shown;
}
