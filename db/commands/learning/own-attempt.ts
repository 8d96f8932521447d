import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { courseAttempts, courseExercises, courses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

export type OpenAttempt = {
  readonly attemptId: string;
  readonly courseId: string;
  readonly kind: (typeof courses.$inferSelect)['kind'];
  readonly officeId: string;
  readonly begunAt: Date | null;
  readonly cases: number;
};

/**
 * The actor's own way through a course that is still open; whoever calls has authorised. @throws NotFoundError for that of somebody else,
 * RefusedError `learning.closed`, `learning.finished`
 */
export async function ownAttempt(tx: Tx, actor: Actor, attemptId: string): Promise<OpenAttempt> {
  const [found] = await tx
    .select({ attempt: courseAttempts, course: courses })
    .from(courseAttempts)
    .innerJoin(courses, eq(courses.id, courseAttempts.courseId))
    .where(and(eq(courseAttempts.id, attemptId), eq(courseAttempts.userId, actor.id)));
  if (!found) throw new NotFoundError('attempt');
  const { attempt, course } = found;
  if (attempt.finishedAt) throw refuse('learning.finished');
  if (course.closedAt) throw refuse('learning.closed');
  const [exercises] = await tx
    .select({ cases: count() })
    .from(courseExercises)
    .where(eq(courseExercises.courseId, course.id));
  return {
    attemptId,
    courseId: course.id,
    kind: course.kind,
    officeId: course.officeId,
    begunAt: attempt.begunAt,
    cases: exercises?.cases ?? 0,
  };
}
